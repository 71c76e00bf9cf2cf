"""Rules of the CoNLL-U format and of Universal Dependencies, after the levels of the public validator.

    validate.py [--level N] FILE...     violations as "FILE:LINE: RULE: what"; exit 1 if there are any

Level 1 is the format: lines, columns, order of ids, spans of fused words. Level 2 is what holds in every treebank: metadata,
the text as the sum of its tokens, tags, features, relations, trees. Level 3 is how words of some classes may hang.
Python 3 standard library only.
"""
import argparse
import re
import sys
import unicodedata

ID, FORM, LEMMA, UPOS, XPOS, FEATS, HEAD, DEPREL, DEPS, MISC = range(10)

TAGS = set("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split())
RELATIONS = set("""acl advcl advmod amod appos aux case cc ccomp clf compound conj cop csubj dep det discourse dislocated expl fixed
flat goeswith iobj list mark nmod nsubj nummod obj obl orphan parataxis punct reparandum root vocative xcomp""".split())
SUBTYPES = set("""acl:relcl advcl:relcl advmod:emph aux:pass cc:preconj cop:own csubj:pass det:poss flat:foreign flat:name nmod:poss
nmod:tmod nsubj:pass obl:agent obl:arg obl:tmod parataxis:parenth""".split())
FEATURES = {
    "Aspect": {"Imp", "Perf", "Prog", "Prosp", "Hab", "Iter"},
    "Case": {"Nom", "Acc", "Gen"},
    "Definite": {"Ind", "Def", "Cons", "Com", "Spec"},
    "Degree": {"Pos", "Cmp", "Sup", "Abs", "Equ"},
    "Gender": {"Masc", "Fem"},
    "Mood": {"Ind", "Imp", "Sub", "Jus", "Cnd", "Opt"},
    "Number": {"Sing", "Dual", "Plur"},
    "NumType": {"Card", "Ord", "Mult", "Frac", "Dist"},
    "Person": {"1", "2", "3"},
    "Polarity": {"Neg", "Pos"},
    "PronType": {"Art", "Dem", "Ind", "Int", "Neg", "Prs", "Rel", "Tot"},
    "VerbForm": {"Fin", "Inf", "Part", "Vnoun", "Conv", "Ger", "Sup"},
    "Voice": {"Act", "Pass"},
}
FEATURE = re.compile(r"[A-Z][A-Za-z0-9]*(?:\[[a-z0-9]+\])?$")
VALUE = re.compile(r"[A-Z0-9][A-Za-z0-9]*$")
DEPREL_FORM = re.compile(r"[a-z]+(:[a-z]+)?$")
MISC_ITEM = re.compile(r"[^\s|=]+=[^|]*$|[^\s|=]+$")

# level 3: of which class a word with this relation is
CLASS_OF = {
    "aux": {"AUX", "PART"},
    "cop": {"AUX", "PRON", "DET", "SYM"},
    "det": {"DET", "PRON"},
    "punct": {"PUNCT"},
    "nummod": {"NUM", "NOUN", "SYM"},
    "case": {"ADP", "ADV", "ADJ", "NOUN", "PART", "SCONJ", "SYM", "AUX", "CCONJ", "DET", "NUM", "PRON", "PROPN", "VERB", "X"},
    "cc": {"CCONJ", "SCONJ", "PART", "ADV", "ADP", "DET", "NOUN", "PRON"},
}
LEAF = {  # relations whose words have no children but these
    "aux": {"goeswith", "fixed", "reparandum", "conj", "cc", "punct"},
    "cop": {"goeswith", "fixed", "reparandum", "conj", "cc", "punct"},
    "case": {"goeswith", "fixed", "reparandum", "conj", "cc", "punct", "advmod", "obl", "amod", "det"},
    "mark": {"goeswith", "fixed", "reparandum", "conj", "cc", "punct", "advmod", "obl"},
    "cc": {"goeswith", "fixed", "reparandum", "conj", "punct"},
    "fixed": {"goeswith", "reparandum", "conj", "punct"},
    "goeswith": set(),
    "punct": {"punct"},
}
LEFT_TO_RIGHT = {"conj", "fixed", "flat", "goeswith", "appos"}


class Checker:
    def __init__(self, name, level, out):
        self.name, self.level, self.out = name, level, out
        self.count, self.rules, self.ids = 0, {}, set()

    def tell(self, line, rule, what):
        self.count += 1
        self.rules[rule] = self.rules.get(rule, 0) + 1
        if self.rules[rule] <= 20:
            self.out.write("%s:%d: %s: %s\n" % (self.name, line, rule, what))

    def file(self, data):
        if data and not data.endswith(b"\n\n"):
            self.tell(data.count(b"\n") + 1, "end", "no empty line behind the last sentence")
        block, start = [], 1
        for number, raw in enumerate(data.split(b"\n")[:-1], 1):
            try:
                line = raw.decode("utf-8")
            except UnicodeDecodeError:
                self.tell(number, "utf-8", repr(raw[:40]))
                continue
            if unicodedata.normalize("NFC", line) != line:
                self.tell(number, "nfc", line[:60])
            if line:
                if line.isspace():
                    self.tell(number, "blank", "line of blanks")
                block.append((number, line))
            elif block:
                self.sentence(block)
                block = []
            else:
                self.tell(number, "empty", "two empty lines")
        if block:
            self.sentence(block)

    def sentence(self, block):
        comments = [(n, l) for n, l in block if l.startswith("#")]
        rows = [(n, l.split("\t")) for n, l in block if not l.startswith("#")]
        first_row = next((i for i, (_, l) in enumerate(block) if not l.startswith("#")), len(block))
        for n, l in block[first_row:]:
            if l.startswith("#"):
                self.tell(n, "comment", "comment among the words")
        if not rows:
            self.tell(block[0][0], "words", "sentence without words")
            return
        before = self.count
        self.columns(rows)
        if self.count > before:
            return
        words = self.ids_of(rows)
        if words is None or self.level < 2:
            return
        self.metadata(block[0][0], comments, rows)
        for n, w in words:
            self.word(n, w)
        for n, w in rows:
            self.misc(n, w[MISC])
        if self.tree(words) and self.level >= 3:
            self.relations(words)

    # level 1

    def columns(self, rows):
        for n, w in rows:
            if len(w) != 10:
                self.tell(n, "columns", "%d columns" % len(w))
                continue
            for i, v in enumerate(w):
                if v == "":
                    self.tell(n, "columns", "empty column %d" % (i + 1))
                elif v != v.strip() or "  " in v:
                    self.tell(n, "blanks", "column %d: %r" % (i + 1, v))
                elif " " in v and i not in (FORM, LEMMA, MISC):
                    self.tell(n, "blanks", "column %d: %r" % (i + 1, v))

    def ids_of(self, rows):
        words, expected, span_end = [], 1, 0
        for n, w in rows:
            if re.match(r"[1-9][0-9]*$", w[ID]):
                if int(w[ID]) != expected:
                    self.tell(n, "id", "%s, expected %d" % (w[ID], expected))
                    return None
                expected += 1
                words.append((n, w))
                continue
            m = re.match(r"([1-9][0-9]*)-([1-9][0-9]*)$", w[ID])
            if not m:
                self.tell(n, "id", w[ID])
                return None
            first, last = int(m.group(1)), int(m.group(2))
            if first != expected or last <= first or first <= span_end:
                self.tell(n, "span", w[ID])
                return None
            span_end = last
            for i in (LEMMA, UPOS, XPOS, FEATS, HEAD, DEPREL, DEPS):
                if w[i] != "_":
                    self.tell(n, "span", "fused word with column %d: %s" % (i + 1, w[i]))
        if span_end >= expected:
            self.tell(rows[-1][0], "span", "ends behind the sentence")
            return None
        return words

    # level 2

    def metadata(self, line, comments, rows):
        ids = [l[len("# sent_id = "):] for _, l in comments if l.startswith("# sent_id = ")]
        texts = [l[len("# text = "):] for _, l in comments if l.startswith("# text = ")]
        if len(ids) != 1 or re.search(r"\s", ids[0]):
            self.tell(line, "sent_id", repr(ids))
        elif ids[0] in self.ids:
            self.tell(line, "sent_id", "twice: " + ids[0])
        self.ids.update(ids)
        if len(texts) != 1:
            self.tell(line, "text", "%d texts" % len(texts))
            return
        text, built, skip = texts[0], [], 0
        if text != text.strip():
            self.tell(line, "text", "blank at an end")
        for i, (n, w) in enumerate(rows):
            if "-" in w[ID]:
                skip = int(w[ID].split("-")[1])
            elif int(w[ID]) <= skip:
                if "SpaceAfter" in w[MISC]:
                    self.tell(n, "misc", "SpaceAfter inside a fused word")
                continue
            built.append(w[FORM] + ("" if "SpaceAfter=No" in w[MISC].split("|") else " "))
        built = "".join(built)
        if built.endswith(" "):
            built = built[:-1]
        if built != text:
            at = next((i for i, (a, b) in enumerate(zip(built, text)) if a != b), min(len(built), len(text)))
            self.tell(line, "text", "is %r, the words make %r" % (text[at:at + 30], built[at:at + 30]))

    def word(self, n, w):
        if w[UPOS] not in TAGS:
            self.tell(n, "upos", w[UPOS])
        if w[LEMMA] == "_" and w[FORM] != "_":
            self.tell(n, "lemma", "none")
        if w[XPOS] != "_" and " " in w[XPOS]:
            self.tell(n, "xpos", w[XPOS])
        self.features(n, w[FEATS])
        if not re.match(r"(0|[1-9][0-9]*)$", w[HEAD]):
            self.tell(n, "head", w[HEAD])
        base = w[DEPREL].split(":")[0]
        if not DEPREL_FORM.match(w[DEPREL]) or base not in RELATIONS or (":" in w[DEPREL] and w[DEPREL] not in SUBTYPES):
            self.tell(n, "deprel", w[DEPREL])
        if (w[HEAD] == "0") != (w[DEPREL] == "root"):
            self.tell(n, "root", "%s hangs on %s" % (w[DEPREL], w[HEAD]))
        if w[DEPS] != "_":
            self.tell(n, "deps", w[DEPS])

    def features(self, n, feats):
        if feats == "_":
            return
        items = feats.split("|")
        if [i.split("=")[0].lower() for i in items] != sorted(i.split("=")[0].lower() for i in items):
            self.tell(n, "feats", "not sorted: " + feats)
        if len({i.split("=")[0] for i in items}) != len(items):
            self.tell(n, "feats", "twice: " + feats)
        for i in items:
            name, _, value = i.partition("=")
            values = value.split(",")
            if not FEATURE.match(name) or not all(VALUE.match(v) for v in values):
                self.tell(n, "feats", i)
            elif values != sorted(values, key=str.lower) or len(set(values)) != len(values):
                self.tell(n, "feats", "values not sorted: " + i)
            elif name not in FEATURES or not set(values) <= FEATURES[name]:
                self.tell(n, "feats", "unknown: " + i)

    def misc(self, n, misc):
        if misc == "_":
            return
        items = misc.split("|")
        for i in items:
            if i != i.strip() or not MISC_ITEM.match(i):
                self.tell(n, "misc", repr(i))
        keys = [i.split("=")[0] for i in items]
        if len(set(keys)) != len(keys):
            self.tell(n, "misc", "twice: " + misc)
        if "SpaceAfter" in keys and "SpaceAfter=No" not in items:
            self.tell(n, "misc", misc)

    def tree(self, words):
        heads = [int(w[HEAD]) if w[HEAD].isdigit() else -1 for _, w in words]
        good = True
        for (n, w), h in zip(words, heads):
            if not 0 <= h <= len(words) or h == int(w[ID]):
                self.tell(n, "head", "%s hangs on %s" % (w[ID], w[HEAD]))
                good = False
        if heads.count(0) != 1:
            self.tell(words[0][0], "root", "%d roots" % heads.count(0))
            good = False
        for i in range(len(words)) if good else ():
            at, steps = i + 1, 0
            while at and steps <= len(words):
                at, steps = heads[at - 1], steps + 1
            if at:
                self.tell(words[i][0], "cycle", "at " + words[i][1][ID])
                return False
        return good

    # level 3

    def relations(self, words):
        children = {}
        for n, w in words:
            children.setdefault(int(w[HEAD]), []).append((n, w))
        for n, w in words:
            base = w[DEPREL].split(":")[0]
            kids = [k for _, k in children.get(int(w[ID]), [])]
            fixed = any(k[DEPREL] == "fixed" for k in kids)
            if base in CLASS_OF and w[UPOS] not in CLASS_OF[base] and not fixed:
                self.tell(n, "class of %s" % base, "%s is %s" % (w[FORM], w[UPOS]))
            if w[UPOS] == "PUNCT" and base not in ("punct", "root"):
                self.tell(n, "punct", "%s is %s" % (w[FORM], w[DEPREL]))
            if base in LEFT_TO_RIGHT and int(w[HEAD]) > int(w[ID]):
                self.tell(n, "%s to the left" % base, w[FORM])
            for k in kids:
                if base in LEAF and k[DEPREL].split(":")[0] not in LEAF[base]:
                    self.tell(n, "child of %s" % base, "%s has %s %s" % (w[FORM], k[DEPREL], k[FORM]))
            subjects = [k for k in kids if k[DEPREL].split(":")[0] in ("nsubj", "csubj")]
            objects = [k for k in kids if k[DEPREL] == "obj"]
            if len(subjects) > 1:
                self.tell(n, "subjects", "%s has %s" % (w[FORM], " ".join(k[FORM] for k in subjects)))
            if len(objects) > 1:
                self.tell(n, "objects", "%s has %s" % (w[FORM], " ".join(k[FORM] for k in objects)))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--level", type=int, default=3)
    parser.add_argument("--summary", action="store_true", help="count violations by rule")
    parser.add_argument("files", nargs="+")
    args = parser.parse_args()
    total, rules = 0, {}
    for name in args.files:
        with open(name, "rb") as f:
            data = f.read()
        checker = Checker(name, args.level, sys.stdout if not args.summary else open("/dev/null", "w"))
        checker.file(data)
        total += checker.count
        for r, c in checker.rules.items():
            rules[r] = rules.get(r, 0) + c
    if args.summary:
        for r, c in sorted(rules.items(), key=lambda x: -x[1]):
            print("%7d %s" % (c, r))
    return 1 if total else 0


if __name__ == "__main__":
    sys.exit(main())
