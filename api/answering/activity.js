function showActivity(activity) {
  put(content, make("h2", isolated(said(activity.title))), activity.goal && make("p", isolated(said(activity.goal))));
  if (activity.status === "cancelled") return put(content, put(make("div", "", { "class": "wrong" }), make("p", word("activity_off"))));
  if (activity.for_whom) fact("for_whom", [isolated(said(activity.for_whom))]);
  if (activity.moments.length) fact("when", activity.moments.map(function (one) { return momentOf(activity, one) + roomLeft(one); }));
  if (activity.languages.length) fact("languages", [activity.languages.map(languageName).join(", ")]);
  var good = ["is_free", "has_childcare", "buggy_access", "wheelchair_access", "bring_along"].filter(function (name) { return activity[name]; });
  if (activity.sign_up === "not_needed") good.push("just_come");
  if (good.length) fact("good_to_know", good.map(word));
  activity.moments.forEach(function (one) { if (one.my_sign_up) showSignUp(activity, one); });
  if (may("sign_up")) showSignUpForm(activity);
}
function languageName(tag) {
  if (words.names[tag]) return words.names[tag];
  try { return new Intl.DisplayNames([language], { type: "language" }).of(tag); } catch (_) { return tag; }
}
function momentOf(activity, one) {
  var where = one.place || one.room;
  return moment(one.starts_at, one.ends_at, activity.time_zone) + (where ? " \u2013 " + isolated(where) : "");
}
function roomLeft(one) {
  if (one.places_left === null) return "";
  return " (" + (one.places_left ? filling("places_left", { number: one.places_left }) : word("full")) + ")";
}
function showSignUp(activity, one) {
  var mine = one.my_sign_up, values = { moment: momentOf(activity, one), adults: mine.adults, children: mine.children, place: mine.waiting_place };
  put(content, put(make("div", "", { "class": "said" }), make("p", filling(mine.state === "waiting" ? "you_wait" : "you_come", values))));
  if (may("sign_off") && new Date(one.ends_at) > new Date()) put(content, button(word("sign_off"), function () { answer({ says: "sign_off", moment_id: one.id }); }));
}
function showSignUpForm(activity) {
  var open = activity.moments.filter(function (one) { return new Date(one.ends_at) > new Date(); });
  var mine = open.filter(function (one) { return one.my_sign_up; }).map(function (one) { return one.my_sign_up; })[0] || { adults: 1, children: 0, brings_along: 0 };
  var which = open.length > 1 ? choices("choose", "radio", open.map(function (one) { return { value: one.id, text: momentOf(activity, one) }; })) : null;
  var asked = ["adults", "children"].concat(activity.bring_along ? "brings_along" : []);
  var numbers = asked.map(function (name) { return field(name, "number", { min: 0, max: 20, inputmode: "numeric", value: mine[name] }); });
  put(content, make("h2", word("who_comes")), which);
  numbers.forEach(function (one) { put(content, one.all); });
  put(content, button(word("sign_up"), function () {
    var coming = { moment_id: which ? ticked(which)[0] : open[0].id, language: language };
    if (!coming.moment_id) return tell("choose_first", true);
    asked.forEach(function (name, at) { coming[name] = Number(numbers[at].input.value) || 0; });
    if (coming.adults + coming.children < 1) return tell("somebody_first", true);
    answer({ says: "sign_up", sign_up: coming });
  }, true));
}

function showIdea(idea) {
  quoted("your_idea", idea.words, idea.language);
  if (idea.answer) quoted("our_answer", idea.answer, idea.answer_language);
  if (idea.outcome) quoted("what_came", idea.outcome, idea.outcome_language);
  if (idea.outcome_activity) put(content, make("p", isolated(said(idea.outcome_activity))));
}
function quoted(name, text, tag) {
  put(content, make("h2", word(name)), make("p", text, { lang: tag || "nl", dir: "auto" }));
}
function showIdeaForm() {
  var kinds = choices("idea_kind", "radio", ["topic", "worry", "moment", "show"].map(function (kind) {
    return { value: kind, text: word("idea_" + kind) };
  }));
  var words = field("idea_words", "textarea", { maxlength: "4000", dir: "auto" });
  var wishes = choices("idea_wishes", "checkbox", ["is_anonymous", "may_be_shared"].map(function (wish) {
    return { value: wish, text: word(wish) };
  }));
  put(content, make("h2", word("bring_idea")), kinds, words.all, wishes, button(word("send"), function () {
    var said = { kind: ticked(kinds)[0], words: filled(words), language: language };
    if (!said.kind || !said.words) return tell("idea_first", true);
    ticked(wishes).forEach(function (wish) { said[wish] = true; });
    answer({ says: "idea", idea: said });
  }, !may("sign_up")));
}
