function showVisit(visit) {
  put(content, make("h2", filling("may_we_come", { name: visit.about })), make("p", isolated(said(visit.why))), make("p", filling("lasts", visit)));
  var now = { refused: "visit_refused", withdrawn: "visit_withdrawn", cancelled: "visit_off", done: "visit_done" }[visit.status];
  if (now) put(content, put(make("div", "", { "class": "said" }), make("p", word(now))));
  if (visit.starts_at) fact("when", [moment(visit.starts_at, visit.ends_at, visit.time_zone)]);
  else if (visit.moments.length) fact("you_chose", visit.moments.map(function (one) { return moment(one.starts_at, one.ends_at, visit.time_zone); }));
  if (visit.place) fact("where", [visit.elsewhere ? isolated(visit.elsewhere) : word("at_your_home")]);
  if (visit.visitors.length) fact("who", visit.visitors.map(function (one) { return one.given_name + " " + one.family_name; }));
  if (may("withdraw")) put(content, button(word("rather_not"), function () { answer({ says: "withdraw" }); }));
  if (may("accept")) showYes(visit);
  if (may("decline")) put(content, button(word("no_visit"), function () { answer({ says: "decline" }); }), make("p", word("no_is_fine")));
}
function showYes(visit) {
  var when = make("fieldset"), windows = [], where = choices("where_visit", "radio", ["home", "elsewhere"].map(function (place) {
    return { value: place, text: word(place === "home" ? "at_home" : "elsewhere") };
  }));
  put(when, make("legend", word("when_visit")));
  function another() {
    var one = { on: field("day", "date", { min: new Date().toISOString().slice(0, 10) }), from: field("from", "time", { step: 300 }), to: field("until", "time", { step: 300 }) };
    windows.push(one);
    put(when, put(make("div", "", { "class": "row" }), one.on.all, one.from.all, one.to.all));
  }
  var home = put(make("div"), make("p", word("address_why"))), street = field("street", "text", { maxlength: 200, autocomplete: "street-address" });
  var code = field("postal_code", "text", { maxlength: 10, autocomplete: "postal-code" }), town = field("town", "text", { maxlength: 200, autocomplete: "address-level2" });
  var spot = field("which_place", "text", { maxlength: 200 });
  put(home, street.all, code.all, town.all);
  function place() { return ticked(where)[0]; }
  where.onchange = function () { home.hidden = place() !== "home"; spot.all.hidden = place() !== "elsewhere"; };
  where.onchange();
  put(content, when);
  another();
  put(content, button(word("more_moments"), function () { if (windows.length < 10) another(); windows[windows.length - 1].on.input.focus(); }), where, home, spot.all);
  if (visit.status === "planned") put(content, make("p", word("old_plan_falls_away")));
  put(content, button(word(visit.status === "asked" || visit.status === "refused" ? "yes_visit" : "other_moments"), function () {
    var full = windows.filter(function (one) { return filled(one.on) && filled(one.from) && filled(one.to); });
    var chosen = { place: place(), moments: full.map(function (one) {
      return { starts_at: instant(filled(one.on), filled(one.from), visit.time_zone), ends_at: instant(filled(one.on), filled(one.to), visit.time_zone) };
    }) };
    if (!chosen.moments.length || chosen.moments.some(function (one) { return one.starts_at >= one.ends_at; })) return tell("when_first", true);
    if (!chosen.place || (chosen.place === "elsewhere" && !filled(spot))) return tell("where_first", true);
    if (chosen.place === "elsewhere") chosen.elsewhere = filled(spot);
    else if (filled(street) || filled(code) || filled(town)) {
      if (!filled(street) || !/^[A-Z0-9][A-Z0-9 -]{2,9}$/i.test(filled(code)) || !filled(town)) return tell("whole_address", true);
      chosen.address = { street: filled(street), postal_code: filled(code).toUpperCase(), town: filled(town) };
    }
    answer({ says: "accept", visit: chosen });
  }, true));
}
function instant(day, clock, zone) {
  // What the clock at school shows, as a moment: the school may be in another zone than the phone.
  var there = Date.parse(day + "T" + clock + "Z"), shown = new Date(there).toLocaleString("sv-SE", { timeZone: zone });
  return new Date(2 * there - Date.parse(shown.replace(" ", "T") + "Z")).toISOString();
}
