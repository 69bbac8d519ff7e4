#!/usr/bin/python3
"""Makes src/typeset/phrase_model.def: where phrases (文節) begin behind hiragana, learned from text that MeCab has cut.

    apt-get install mecab mecab-ipadic-utf8 debian-reference-ja developers-reference-ja debian-handbook debian-policy-ja \\
                    maint-guide-ja debian-faq-ja
    tools/train-phrases.py >src/typeset/phrase_model.def

Words become phrases by the rules of `begins` below; a logistic regression with an L1 penalty then learns them from the
characters alone. The same packages give the same file: nothing is drawn at random but from a fixed seed.
"""
import csv, glob, gzip, html, math, os, random, re, subprocess, sys

DICTIONARY = "/var/lib/mecab/dic/ipadic-utf8"
LEXICON = "/usr/share/mecab/dic/ipadic"
PAGES = ["/usr/share/debian-reference/*.ja.html", "/usr/share/developers-reference/ja/*.html",
         "/usr/share/doc/debian-handbook/html/ja-JP/*.html", "/usr/share/doc/debian-policy/ja/**/*.html*",
         "/usr/share/doc/maint-guide-ja/html/*.html", "/usr/share/doc/debian/FAQ/ja/*.html"]
INSTANCES, WORDS, EPOCHS, PENALTY, SCALE, LARGEST = 420_000, 16_000, 8, 1.5e-5, 64, 1800


# ---- text ----
def sentences():
    """Each Japanese sentence of the pages once, without its tags; a list's items and titles are sentences too."""
    seen = set()
    for path in sorted(path for pattern in PAGES for path in glob.glob(pattern, recursive=True) if os.path.isfile(path)):
        with (gzip.open if path.endswith(".gz") else open)(path, "rt", encoding="utf-8", errors="ignore") as page:
            text = re.sub(r"(?s)<(script|style|pre).*?</\1>", "\n", page.read())
        text = re.sub(r"</?(p|h\d|li|td|th|dt|dd|div|tr|title|br)\b[^>]*>", "\0", text)
        text = html.unescape(re.sub(r"<[^>]*>", "", text))
        text = re.sub(r"\s*\n\s*", "", text)
        for sentence in re.split(r"\0|(?<=[。！？])", text):
            sentence = " ".join(sentence.split())
            # a blank that only a tag or a translator left between Japanese and Latin says nothing of phrases
            sentence = re.sub(r"(?<=[ぁ-ヿ一-鿿]) (?=[\w])|(?<=\w) (?=[ぁ-ヿ一-鿿])", "", sentence)
            if 4 <= len(sentence) <= 300 and re.search("[ぁ-ん]", sentence) and sentence not in seen:
                seen.add(sentence)
                yield sentence


def analysed(texts):
    """(surface, part of speech fields) of each word, a list a sentence."""
    said = subprocess.run(["mecab", "-d", DICTIONARY, "-b", "65536"], input="\n".join(texts), capture_output=True, text=True,
                          check=True).stdout
    words = []
    for line in said.splitlines():
        if line == "EOS":
            yield words
            words = []
        else:
            surface, fields = line.split("\t")
            words.append((surface, fields.split(",")))


# ---- words into phrases ----
LIGHT = {"する", "なる", "ある", "いる", "いう", "よる", "おる", "できる", "くださる", "いただく", "ない", "おく", "つく"}
LEANING = {"こと", "もの", "ため", "よう", "とき", "ところ", "ほう", "はず", "わけ", "など", "うえ", "とおり", "ごと", "ほか", "まま"}


def begins(before, word):
    """Does a phrase begin with `word`, behind the word `before`? Function words, forms and the short verbs that only carry
    a form lean on what they follow."""
    (left, l), (right, r) = before, word
    if r[1] == "非自立" and r[0] == "名詞" and re.match("[一-鿿]", right):
        return True  # 事, 方, 時, 者 also begin words that the text may lack: 事業, 方向
    if r[0] in ("助詞", "助動詞", "記号", "フィラー") or r[1] in ("接尾", "非自立", "特殊") or right in LEANING:
        return False
    if l[0] in ("接頭詞", "記号") and left not in "、。":
        return False
    if r[0] in ("動詞", "形容詞") and (r[6] in LIGHT and not re.search("[一-鿿]", right)):
        return False
    if r[0] == "接続詞" and l[0] == "名詞":
        return False  # A及び|B
    if r[0] in ("名詞", "動詞") and l[0] == "名詞":
        return r[0] == "動詞" and l[1] == "副詞可能"
    if r[0] == "名詞" and l[0] in ("動詞", "形容詞") and l[5].startswith(("連用形", "ガル")) and len(right) > 0:
        return l[5] != "連用形"  # 見直し方針: a verb that has become a noun
    if r[0] == "動詞" and l[0] == "動詞" and l[5] in ("連用形",):
        return False  # 読み|書きする, 切り|捨てる
    return True


# ---- what is seen around a place ----
def symbol(c):
    if "ぁ" <= c <= "ゖ": return c
    if "ァ" <= c <= "ヺ" or c == "ー": return "C"
    if "一" <= c <= "鿿" or c in "々㐀": return "K"
    if c.isascii() and c.isalpha() or "Ａ" <= c <= "ｚ": return "A"
    if c.isdigit(): return "0"
    return "."


KINDS = [(start, length) for length in (1, 2, 3, 4) for start in range(-length, 1)]


def features(text, symbols, i):
    found = []
    for kind, (start, length) in enumerate(KINDS):
        first, last = i + start, i + start + length
        found.append((kind, symbols[first + 4:last + 4]))
        if length < 4 and first >= 0 and last <= len(text):
            exact = "".join(c if s == "K" else s for c, s in zip(text[first:last], symbols[first + 4:last + 4]))
            if exact != found[-1][1]:
                found.append((kind, exact))
    return found


def framed(text):
    return "^^^^" + "".join(map(symbol, text)) + "^^^^"


def judged_here(left, right):
    return "ぁ" <= left <= "ゖ" and symbol(right) != "." and right not in "ぁぃぅぇぉっゃゅょゎー々"


def instances(text, starts):
    symbols = framed(text)
    for i in range(1, len(text)):
        if judged_here(text[i - 1], text[i]):
            yield features(text, symbols, i), i in starts


def from_sentences():
    for words in analysed(sentences()):
        starts, at = set(), 0
        for n, word in enumerate(words):
            if n and begins(words[n - 1], word):
                starts.add(at)
            at += len(word[0])
        yield from instances("".join(surface for surface, _ in words), starts)


def from_lexicon(random):
    """Words in which kanji follow hiragana (取り組み, 引き続き): no phrase begins inside them."""
    words = set()
    for name in ("Noun", "Noun.verbal", "Noun.adjv", "Noun.adverbal", "Verb", "Adj", "Adverb"):
        with open(f"{LEXICON}/{name}.csv", encoding="euc-jp", errors="ignore") as lines:
            for row in csv.reader(lines):
                if re.search("[ぁ-ん][一-鿿]", row[0]) and re.fullmatch("[ぁ-がき-ねは-ゎん一-鿿]+", row[0]):  # without の, を
                    words.add(row[0])
    for word in random.sample(sorted(words), WORDS):
        lead, tail = random.choice(["", "", "を", "の", "な", "、"]), random.choice(["", "の", "を", "に", "と", "方法", "、"])
        text = lead + word + tail
        starts = {len(lead)} if lead else set()
        kept = [x for i, x in zip(range(len(text)), instances(text, starts))]
        yield from kept


# ---- learning ----
def learned(data, random):
    """L1-regularised logistic regression by stochastic gradient descent with cumulative penalty (Tsuruoka et al., 2009)."""
    index, counted = {}, {}
    for found, _ in data:
        for feature in found:
            counted[feature] = counted.get(feature, 0) + 1
    rows = []
    for found, begin in data:
        row = [index.setdefault(f, len(index)) for f in found if counted[f] >= 12]
        rows.append((row, 1.0 if begin else 0.0))
    weight, paid, bias, owed, step = [0.0] * len(index), [0.0] * len(index), 0.0, 0.0, 0
    exp, total = math.exp, EPOCHS * len(rows)
    for _ in range(EPOCHS):
        random.shuffle(rows)
        for row, wanted in rows:
            rate = 0.15 * 0.05 ** (step / total)
            step += 1
            owed += rate * PENALTY
            score = bias
            for f in row: score += weight[f]
            slope = rate * (wanted - 1 / (1 + exp(-max(-30.0, min(30.0, score)))))
            bias += slope
            for f in row:
                w = weight[f] + slope
                if w > 0:
                    z = max(0.0, w - (owed + paid[f]))
                else:
                    z = min(0.0, w + (owed - paid[f]))
                paid[f] += z - w
                weight[f] = z
    return bias, {f: weight[n] for f, n in index.items()}


def main():
    chance = random.Random(20260401)
    data = list(from_sentences())
    print(len(data), "places in text", file=sys.stderr)
    chance.shuffle(data)
    held, data = data[:20_000], data[20_000:20_000 + INSTANCES]
    data += from_lexicon(chance)
    bias, weights = learned(data, chance)
    largest = sorted(weights.items(), key=lambda item: (-abs(item[1]), item[0]))[:LARGEST]
    rounded = {feature: round(w * SCALE) for feature, w in largest if round(w * SCALE)}
    right = sum((round(bias * SCALE) + sum(rounded.get(f, 0) for f in found) > 0) == begin for found, begin in held)
    print(f"{sum(1 for w in weights.values() if w)} weights, kept {len(rounded)}; of held-out places {right / len(held):.4f} right",
          file=sys.stderr)
    print("/* Made by tools/train-phrases.py, which says how; do not edit. Weights of a linear model, learned by that tool from the\n"
          "   Japanese manuals of Debian (debian-reference-ja, developers-reference-ja, debian-policy-ja, maint-guide-ja, debian-faq-ja:\n"
          "   GPL-2+; debian-handbook: GPL-2+ or CC-BY-SA-3.0) cut into words by MeCab (BSD) with IPADIC (NAIST/ICOT licence). No text of\n"
          "   theirs is in here; the weights are this project's own, under its licence (MIT).\n"
          "   BIAS(weight); W(kind, characters, weight), sorted: kind is where the characters lie (phrase.c, KIND); K kanji, C katakana,\n"
          "   A Latin, 0 digit, . any other, ^ outside the text. */")
    print(f"BIAS({round(bias * SCALE)})")
    line = ""
    for (kind, text), w in sorted(rounded.items(), key=lambda item: (item[0][0], item[0][1])):
        entry = f'W({kind},"{text}",{w})'
        if len(line) + len(entry) > 110:
            print(line.rstrip())
            line = ""
        line += entry + " "
    print(line.rstrip())


main()
