var words = JSON.parse(document.getElementById("words").textContent);
var secret = location.hash.slice(1), language = start(), chosen = false, seen = null, notice = null, fields = 0;
var content = document.getElementById("content"), status = document.getElementById("status");

function start() { return known(navigator.language) || "nl"; }
function known(tag) {
  var first = String(tag || "").toLowerCase().split("-")[0];
  return words.page.title[first] ? first : words.dialects[first];
}
function said(map) { return map[language] || map.nl; }
function isolated(text) { return "\u2068" + text + "\u2069"; }  // the school's words may run the other way
function word(name) { return said(words.page[name]); }

function make(name, text, attributes) {
  var it = document.createElement(name);
  if (text) it.textContent = text;
  for (var key in attributes || {}) it.setAttribute(key, attributes[key]);
  return it;
}
function put(parent) {
  for (var at = 1; at < arguments.length; at++) if (arguments[at]) parent.appendChild(arguments[at]);
  return parent;
}
function empty(it) { while (it.firstChild) it.removeChild(it.firstChild); }
function button(text, press, first) {
  var it = make("button", text, { type: "button" });
  if (first) it.className = "first";
  it.onclick = press;
  return it;
}

function ask(path, body, then) {
  var request = new XMLHttpRequest();
  request.open("POST", "v1/message-links/" + path);
  request.setRequestHeader("Content-Type", "application/json");
  request.setRequestHeader("Accept-Language", language);
  request.timeout = 20000;
  request.onload = function () { then(request.status, request.responseText ? JSON.parse(request.responseText) : null); };
  request.onerror = request.ontimeout = function () { then(0, null); };
  body.secret = secret;
  request.send(JSON.stringify(body));
}

function look(after) {
  if (!after) tell("loading");
  ask("look", {}, function (code, found) {
    seen = code === 200 ? found : null;
    if (seen && !chosen) language = readerOf(seen) || language;
    if (seen) notice = after || null;
    else notice = { name: code === 404 || code === 422 ? "gone" : "offline", wrong: true };
    show();
  });
}
function readerOf(found) {
  for (var at = 0; at < found.languages.length; at++) if (known(found.languages[at])) return known(found.languages[at]);
}
function answer(body) {
  var all = document.querySelectorAll("main button");
  for (var at = 0; at < all.length; at++) all[at].disabled = true;
  ask("answer", body, function (code, problem) {
    if (code === 204) return look({ name: "thanks" });
    if (code === 404) return look();
    if (code === 0 || code >= 500 || code === 429) { notice = { name: "offline", wrong: true }; return show(); }
    look({ name: problem && problem.code === "time_taken" ? "taken" : "not_possible", wrong: true });
  });
}
function tell(name, wrong) {
  empty(status);
  put(status, put(make("div", "", { "class": wrong ? "wrong" : "said" }), make("p", word(name))));
  if (name !== "loading") status.focus();
}

function show() {
  document.documentElement.lang = language;
  document.documentElement.dir = words.to_left.indexOf(language) < 0 ? "ltr" : "rtl";
  document.title = word("title");
  showLanguages();
  empty(content);
  empty(status);
  if (notice) tell(notice.name, notice.wrong);
  if (!seen) { if (notice.name === "offline") put(content, button(word("again"), function () { look(); }, true)); return; }
  showMessage();
  if (seen.talk) showTalk(seen.talk);
  if (seen.round) showRound(seen.round);
  if (seen.offer) showOffer(seen.offer);
  if (seen.activity) showActivity(seen.activity);
  if (seen.idea) showIdea(seen.idea);
  if (may("idea")) showIdeaForm();
  if (seen.visit) showVisit(seen.visit);
  if (seen.answered_at && seen.may.length) put(content, make("p", word("change_mind")));
  if (seen.phone) put(content, make("h2", word("call")), put(make("a", "", { "class": "call", href: "tel:" + seen.phone }), make("bdi", seen.phone, { dir: "ltr" })));
}
function showLanguages() {
  var place = document.getElementById("languages");
  empty(place);
  ["nl", "fr", "en", "ar"].forEach(function (one) {
    var it = button(words.names[one], function () { language = one; chosen = true; show(); });
    it.lang = one;
    it.setAttribute("aria-pressed", String(one === language));
    put(place, it);
  });
}
function showMessage() {
  var own = seen.said[language], dutch = seen.said.nl;
  put(content, make("p", seen.school), make("h1", own ? own.subject : word("title")));
  if (own) put(content, make("p", own.text));
  if (dutch && language !== "nl") put(content, put(make("section", "", { "class": "beside" }),
    make("h2", word("in_dutch")), put(make("p", "", { lang: "nl", dir: "ltr" }), make("strong", dutch.subject)), make("p", dutch.text, { lang: "nl", dir: "ltr" })));
}

function moment(from, to, zone) {
  var tag = language === "ar" ? "ar-u-nu-latn" : language + "-BE", start = new Date(from), end = new Date(to);
  var clock = { hour: "2-digit", minute: "2-digit", timeZone: zone, hour12: false };
  var day = start.toLocaleDateString(tag, { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: zone });
  var hours = [start].concat(to ? end : []).map(function (one) { return one.toLocaleTimeString("nl-BE", clock); });
  return day + (language === "ar" ? "، " : ", ") + "\u2066" + hours.join("\u00a0–\u2060\u00a0") + "\u2069";
}
function may(what) { return seen.may.indexOf(what) >= 0; }
function fact(name, lines) {
  put(content, make("h2", word(name)));
  lines.forEach(function (line) { put(content, make("p", line)); });
}
function named(one) {
  var name = one.organisation || [one.given_name, one.family_name].filter(Boolean).join(" ");
  var role = one.is_me ? word("you") : said(words.roles[one.role]);
  return name + " (" + role + ")" + (one.reason ? " – " + one.reason : "");
}
function showTalk(talk) {
  var spot = talk.place || talk.room, channel = said(words.channels[talk.channel]);
  var open = !talk.is_time_chosen && talk.offered_times.length > 1;
  put(content, make("h2", said(talk.form)));
  if (talk.status === "cancelled") return put(content, put(make("div", "", { "class": "wrong" }), make("p", word("cancelled"))));
  if (!open) fact("when", [moment(talk.starts_at, talk.ends_at, talk.time_zone)]);
  fact("where", [spot ? channel + ": " + spot : channel]);
  fact("who", talk.people.map(named));
  if (talk.my_answer === "accepted") put(content, make("p", word("said_yes")));
  if (talk.my_answer === "declined") put(content, make("p", word("said_no")));
  var times = may("accept") && open ? choices("choose", "radio", talk.offered_times.map(function (one) {
    return { value: one.id, text: moment(one.starts_at, one.ends_at, talk.time_zone) };
  })) : null;
  put(content, times);
  if (may("accept")) put(content, button(word("accept"), function () {
    var picked = times ? ticked(times) : [];
    if (times && !picked.length) return tell("choose_first", true);
    answer({ says: "accept", proposal_id: picked[0] || null });
  }, true));
  if (may("decline")) put(content, button(word("decline"), function () { showReason(this); }));
}
function showOffer(offer) {
  if (offer.starts_at) fact("when", [moment(offer.starts_at, offer.ends_at, offer.time_zone)]);
  fact("who", [offer.with_whom]);
  if (offer.kept_until) fact("kept_until", [moment(offer.kept_until, null, offer.time_zone)]);
  var now = { taken: "said_yes", let_go: "said_no", offered: "" }[offer.status];
  if (now !== "") put(content, make("p", word(now || "offer_gone")));
  if (may("accept")) put(content, button(word("accept"), function () { answer({ says: "accept" }); }, true));
  if (may("decline")) put(content, button(word("decline"), function () { answer({ says: "decline" }); }));
}
function showReason(pressed) {
  var field = make("textarea", "", { id: "reason", maxlength: "200" });
  put(content.insertBefore(make("div"), pressed), make("label", word("reason"), { "for": "reason" }), field,
    button(word("send"), function () { answer({ says: "decline", reason: field.value.replace(/\s+/g, " ").trim() || null }); }, true));
  content.removeChild(pressed);
  field.focus();
}

function choices(name, kind, all, text) {
  var set = put(make("fieldset"), make("legend", text || word(name)));
  all.forEach(function (one) {
    put(set, put(make("label", "", { "class": "choice" }), make("input", "", { type: kind, name: name, value: one.value }), make("span", one.text)));
  });
  return set;
}
function field(name, kind, attributes) {
  var input = make(kind === "textarea" ? kind : "input", "", attributes || {});
  if (kind !== "textarea") input.type = kind;
  input.id = name + "-" + ++fields;
  return { input: input, all: put(make("div", "", { "class": "field" }), make("label", word(name), { "for": input.id }), input) };
}
function filled(one) { return one.input.value.trim() || null; }
function filling(name, values) {
  return word(name).replace(/\{(\w+)\}/g, function (_, key) { return values[key]; });
}
function ticked(set) {
  return [].filter.call(set.querySelectorAll("input"), function (one) { return one.checked; }).map(function (one) { return one.value; });
}
function showRound(round) {
  put(content, make("h2", round.round_name));
  if (!may("available")) return;
  var sessions = choices("when_can_you", "checkbox", round.sessions.map(function (one, at) {
    return { value: at, text: moment(one.starts_at, one.ends_at, round.time_zone) };
  }));
  var children = round.students.map(function (child) {
    return { id: child.student_id, set: choices(child.student_id, "checkbox", child.staff.map(function (one) {
      return { value: one.staff_id, text: one.given_name + " " + one.family_name };
    }), word("with_whom").replace("{name}", child.given_name)) };
  });
  put(content, sessions);
  children.forEach(function (child) { if (child.set.querySelector("input")) put(content, child.set); });
  put(content, button(word("send"), function () {
    var times = ticked(sessions).map(function (at) { return { starts_at: round.sessions[at].starts_at, ends_at: round.sessions[at].ends_at }; });
    if (!times.length) return tell("tick_first", true);
    var wishes = [];
    children.forEach(function (child) { ticked(child.set).forEach(function (staff) { wishes.push({ student_id: child.id, staff_ids: [staff] }); }); });
    answer({ says: "available", availability: { available: times, wishes: wishes } });
  }, true));
}

window.onhashchange = function () { secret = location.hash.slice(1); chosen = false; look(); };
look();
