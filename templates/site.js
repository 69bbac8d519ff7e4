/* 取組の一覧（table#list）に、言葉での検索と、見出しがclass="filter"の列での絞り込みを加える。なくても一覧の全体が読める。
   通信も保存もしない。条件はURLの「?」の後に残る。言葉はページの#wordsにある。 */
(function () {
  "use strict";
  var table = document.getElementById("list"), words = document.getElementById("words");
  if (!table || !words || !table.tBodies.length || !window.URLSearchParams) return;
  var say = Array.prototype.map.call(words.children, function (li) { return li.textContent; });
  var SEARCH = say[0], ALL = say[1], SHOWN = say[2], CLEAR = say[3], FORM = say[4];

  function make(name, properties, parent) {
    var element = document.createElement(name);
    for (var key in properties) element[key] = properties[key];
    if (parent) parent.appendChild(element);
    return element;
  }
  /* 読まれる文字だけ：記号の形（aria-hidden）を除く */
  function heard(node) {
    var copy = node.cloneNode(true);
    copy.querySelectorAll("[aria-hidden=true]").forEach(function (part) { part.remove(); });
    return copy.textContent.trim();
  }
  /* 全角と半角、大文字と小文字、ひらがなとカタカナを区別しない */
  function plain(text) {
    return text.normalize("NFKC").toLowerCase().replace(/[\u30a1-\u30f6]/g, function (c) {
      return String.fromCharCode(c.charCodeAt(0) - 0x60);
    });
  }

  /* 欄の値。「納税課、管財課」のように幾つかを書いた欄（class="value"が2つ以上）は、どれでも選べる */
  function values(cell) {
    var several = cell.querySelectorAll(".value");
    return Array.prototype.map.call(several.length ? several : [cell], heard).filter(Boolean);
  }

  var rows = [];
  Array.prototype.forEach.call(table.tBodies, function (body) {
    Array.prototype.forEach.call(body.rows, function (row) {
      rows.push({ row: row, text: plain(heard(row)), cells: Array.prototype.map.call(row.cells, values) });
    });
  });

  var form = make("div", { className: "filters" });
  form.setAttribute("role", "search");
  form.setAttribute("aria-label", FORM);
  function field(name, id, label) {
    var box = make("div", {}, form);
    make("label", { htmlFor: id, textContent: label }, box);
    return make(name, { id: id }, box);
  }
  var input = field("input", "filter-words", SEARCH);
  input.type = "search";
  input.autocomplete = "off";
  var filters = [];
  Array.prototype.forEach.call(table.tHead.rows[0].cells, function (head, column) {
    if (!head.classList.contains("filter")) return;
    var select = field("select", "filter-" + (head.id || column), heard(head)), seen = {};
    make("option", { value: "", textContent: ALL }, select);
    rows.forEach(function (one) {
      one.cells[column].forEach(function (value) {
        if (seen["=" + value]) return;
        seen["=" + value] = true;
        make("option", { value: value, textContent: value }, select);
      });
    });
    filters.push({ select: select, column: column, name: head.id || "c" + column });
  });
  var clear = make("button", { type: "button", textContent: CLEAR }, form);
  var shown = make("p", { className: "shown" });
  shown.setAttribute("role", "status");

  function remember() {
    var query = new URLSearchParams();
    if (input.value) query.set("q", input.value);
    filters.forEach(function (one) { if (one.select.value) query.set(one.name, one.select.value); });
    var text = query.toString();
    try {
      history.replaceState(null, "", location.pathname + (text ? "?" + text : "") + location.hash);
    } catch (refused) { /* file://で許されないブラウザーでは、URLに残らないだけである */ }
  }
  function recall() {
    var query = new URLSearchParams(location.search);
    input.value = query.get("q") || "";
    filters.forEach(function (one) {
      one.select.value = query.get(one.name) || "";
      if (one.select.selectedIndex < 0) one.select.value = "";
    });
  }
  function apply() {
    var wanted = plain(input.value).split(/\s+/).filter(Boolean), count = 0;
    rows.forEach(function (one) {
      var fits = wanted.every(function (word) { return one.text.indexOf(word) >= 0; }) && filters.every(function (filter) {
        return !filter.select.value || one.cells[filter.column].indexOf(filter.select.value) >= 0;
      });
      one.row.hidden = !fits;
      count += fits;
    });
    var text = SHOWN.replace("{all}", rows.length).replace("{n}", count);
    if (shown.textContent !== text) shown.textContent = text;
  }
  function change() { apply(); remember(); }

  input.addEventListener("input", change);
  filters.forEach(function (one) { one.select.addEventListener("change", change); });
  clear.addEventListener("click", function () {
    input.value = "";
    filters.forEach(function (one) { one.select.value = ""; });
    change();
    input.focus();
  });
  table.parentNode.insertBefore(form, table);
  table.parentNode.insertBefore(shown, table);
  recall();
  apply();
})();
