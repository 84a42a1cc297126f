"""A typed word to the words that it stands for: "can't" is "can not", "plz" is "please", "Mom's" is "mom".

Two tables, and the folding of a word before it is looked up in them: case, accents, stretched letters ("sooo").
"""

import re
from functools import lru_cache

_MOST_REMEMBERED = 8192  # typed words, none longer than a message
_STRETCHED = re.compile(r"(.)\1{2,}")

# Contractions, spelt out, also as typed without their apostrophe. Only forms that are no other word: "well",
# "were", "wed", "shell" and "ill" stay as they are.
_CONTRACTIONS = {
    "can't": "can not",
    "cant": "can not",
    "cannot": "can not",
    "won't": "will not",
    "wont": "will not",
    "shan't": "shall not",
    "ain't": "is not",
    "aint": "is not",
    "let's": "let us",
    "y'all": "you all",
    "yall": "you all",
    "gonna": "going to",
    "wanna": "want to",
    "gotta": "got to",
    "gimme": "give me",
    "dunno": "do not know",
    "d'you": "do you",
    "dyou": "do you",
    "d'ya": "do you",
    "d'ye": "do you",
    "y'know": "you know",
    "didja": "did you",
    "whatcha": "what are you",
    "whaddya": "what do you",
    "lemme": "let me",
    "gimmie": "give me",
    "tryna": "trying to",
    "hafta": "have to",
    "oughta": "ought to",
    "coulda": "could have",
    "sorta": "sort of",
    "alot": "a lot",
    "lotta": "lot of",
    "aswell": "as well",
    "mustn't": "must not",
    "musn't": "must not",
    "im": "i am",
    "ive": "i have",
    "youre": "you are",
    "youve": "you have",
    "theyre": "they are",
    "theyve": "they have",
    "theyll": "they will",
    "hes": "he is",
    "shes": "she is",
    "thats": "that is",
    "whats": "what is",
    "wheres": "where is",
    "whos": "who is",
    "hows": "how is",
    "whens": "when is",
    "whys": "why is",
    "theres": "there is",
    "heres": "here is",
    "itll": "it will",
}
# Phone shorthand and the commonest slips in words too short for spelling repair. None is a word of its own.
_SHORTHAND = {
    "&": "and", "u": "you", "ur": "your", "r": "are", "y": "why", "n": "and", "b4": "before", "cn": "can",
    "hw": "how", "wat": "what", "wut": "what", "wats": "what is", "wots": "what is", "wuts": "what is", "wher": "where",
    "wot": "what", "waht": "what", "whta": "what", "wht": "what", "wen": "when", "wehn": "when",
    "whn": "when", "wich": "which",
    "hwo": "how", "howw": "how", "wy": "why", "whi": "why", "shud": "should", "shuld": "should",
    "wud": "would", "cud": "could",
    "woud": "would", "coud": "could", "shoud": "should", "abot": "about", "duz": "does",
    "cuz": "because", "coz": "because", "bc": "because",
    "becuz": "because", "abt": "about",
    "teh": "the", "hte": "the", "da": "the", "dat": "that", "tht": "that", "taht": "that", "dis": "this",
    "thsi": "this",
    "hav": "have", "hve": "have", "gud": "good", "ppl": "people", "yous": "you", "youse": "you",
    "em": "them", "owt": "anything", "nowt": "nothing", "summat": "something", "thru": "through", "wid": "with",
    "wiht": "with",
    "wth": "with", "fo": "for", "fro": "for", "iz": "is", "doz": "does", "dos": "does",
    "aftr": "after", "adn": "and", "nad": "and",
    "ther": "there", "thier": "their", "yuo": "you", "yu": "you", "yr": "year", "yrs": "years",
    "wks": "weeks", "mths": "months",
    "appt": "appointment", "apt": "appointment", "dr": "doctor", "doc": "doctor", "docs": "doctors",
    "docter": "doctor", "info": "information",
    "plz": "please", "pls": "please", "thx": "thanks", "thnx": "thanks", "tnx": "thanks", "ty": "thank you",
    "idk": "i do not know",
    "tmrw": "tomorrow", "2day": "today", "2moro": "tomorrow", "bak": "back", "bck": "back",
    "wont": "will not", "gona": "going to",
    "cnt": "can not", "icant": "i can not", "ican't": "i can not", "kil": "kill", "klil": "kill", "kll": "kill",
    "myslef": "myself", "mysef": "myself", "chestpain": "chest pain",
    "w/": "with", "w/o": "without", "w/out": "without", "b/c": "because", "wout": "without", "wit": "with",
    "kno": "know", "knw": "know", "tho": "though", "agn": "again", "pn": "pain", "bk": "back", "bks": "backs",
    "wk": "week", "mos": "months", "mins": "minutes", "wrk": "work", "nite": "night",
    "tonite": "tonight", "2nite": "tonight", "2morrow": "tomorrow", "2gether": "together", "2getha": "together",
    "4ever": "forever", "4get": "forget", "4got": "forgot", "gr8": "great", "w8": "wait", "l8": "late",
    "l8r": "later", "str8": "straight", "h8": "hate", "be4": "before", "any1": "anyone", "some1": "someone",
    "sum1": "someone", "every1": "everyone", "no1": "nobody", "smth": "something", "sth": "something",
    "sumthin": "something", "sumthing": "something", "nething": "anything", "nemore": "anymore", "ne1": "anyone",
    "rly": "really", "rlly": "really", "prolly": "probably", "probly": "probably", "probs": "problems", "jus": "just",
    "jst": "just", "nvr": "never", "evry": "every", "alrdy": "already", "luv": "love", "watever": "whatever",
    "wateva": "whatever", "lyk": "like", "tym": "time", "stil": "still", "mayb": "maybe", "hrt": "hurt",
    "slp": "sleep", "rite": "right", "dey": "they", "dem": "them", "der": "there", "dere": "there", "dats": "that is",
    "itz": "it is", "hez": "he is", "shez": "she is", "duznt": "does not", "dosnt": "does not", "dosent": "does not",
    "dnt": "do not", "shudnt": "should not", "wudnt": "would not", "cudnt": "could not", "cus": "because",
    "cos": "because", "bcuz": "because", "bcoz": "because", "becoz": "because", "becos": "because", "sez": "says",
    "ded": "dead", "thanx": "thanks", "tks": "thanks", "imma": "i am going to",
    "gunna": "going to", "ull": "you will", "hubbys": "hubby", "gma": "grandma", "gpa": "grandpa", "bf": "boyfriend",
    "gf": "girlfriend", "hv": "have", "neg": "negative",
}  # fmt: skip
_NOT_STEMS = "do does did is was are were have has had would should could must need".split()
_CONTRACTIONS |= {f"{stem}n't": f"{stem} not" for stem in _NOT_STEMS}
_CONTRACTIONS |= {f"{stem}nt": f"{stem} not" for stem in _NOT_STEMS}
_IS_CONTRACTED = frozenset("it he she that what where who how when why there here".split())
_ENDINGS = {"'re": "are", "'ll": "will", "'ve": "have", "'m": "am", "'d": "would"}


@lru_cache(maxsize=_MOST_REMEMBERED)
def words_of(word: str) -> tuple[str, ...]:
    """Return the words that a typed word stands for: folded, contractions spelt out."""
    return tuple(_spell_out(fold(word)))


def forget_words() -> None:
    """Forget the words that were typed, which are remembered to be read faster the next time."""
    words_of.cache_clear()


def fold(word: str) -> str:
    """Return a word in lower case, without accents, with letters that are stretched ("sooo") cut to two."""
    if not word.isascii():
        import unicodedata  # noqa: PLC0415 - most messages are ASCII

        decomposed = unicodedata.normalize("NFKD", word.casefold())
        word = "".join(character for character in decomposed if not unicodedata.combining(character)) or word
    word = word.lower()
    if _STRETCHED.search(word) is None or word.isdigit():
        return word
    return _STRETCHED.sub(r"\1\1", word)


def _spell_out(word: str) -> list[str]:
    """Return the words that a folded word stands for: contractions and shorthand in full, possessives without "s"."""
    whole = _CONTRACTIONS.get(word) or _SHORTHAND.get(word)
    if whole is not None:
        return whole.split()
    if "'" not in word:
        return [word]
    stem, _, ending = word.rpartition("'")
    stem = stem.replace("'", "")
    if ending == "s":
        meant = _SHORTHAND.get(stem, stem)  # "wat's" is "what is"; "my doc's office" stays
        return [meant, "is"] if meant in _IS_CONTRACTED else [stem]
    spelt_out = _ENDINGS.get("'" + ending)
    return [*_SHORTHAND.get(stem, stem).split(), spelt_out] if spelt_out else [stem + ending]
