"""What the meaning model makes of two drafts' sentences: taken from what their story keeps, asked where it is new."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from analysis.comparing.verdicts import Judge, SentencePair, Verdict
from review.models import Comparison, SentenceVerdicts, Stage
from review.runs.running import tell_stage

if TYPE_CHECKING:  # only workers pay for the model
    from analysis.meaning import MeaningModel


@dataclass(frozen=True, slots=True)
class Memory:
    """What the model is asked of two drafts: `known` are the story's verdicts, by digest, `asked` those of the two."""

    comparison: Comparison
    model: "MeaningModel"
    known: dict[str, Verdict]
    asked: dict[str, Verdict] = field(default_factory=dict)

    def ask(self, pairs: Sequence[SentencePair]) -> list[Verdict]:
        """A verdict for each pair of sentences; only what no draft of the story had before costs time."""
        from analysis.meaning import verdicts

        digests = [_digest(*pair) for pair in pairs]
        new = {digest: pair for digest, pair in zip(digests, pairs, strict=True) if digest not in self.known}
        if new:
            tell_stage(self.comparison, Stage.MEANING)
            self.known.update(zip(new, verdicts(self.model, list(new.values())), strict=True))
            tell_stage(self.comparison, Stage.COMPARING)
        self.asked.update((digest, self.known[digest]) for digest in digests)
        return [self.known[digest] for digest in digests]

    def judge(self) -> Judge:
        """Whom the comparison asks."""
        return Judge(self.ask, self.model.card.heard)

    def keep(self) -> None:
        """Write down what was asked, for later drafts."""
        told = [(verdict.contradiction, verdict.consistent, verdict.neutral) for verdict in self.asked.values()]
        row = {"pairs": list(self.asked), "verdicts": told}
        SentenceVerdicts.objects.update_or_create(
            comparison=self.comparison, model=self.model.card.version, defaults=row
        )


def memory_for(comparison: Comparison) -> Memory | None:
    """None where the newsroom has no model, or wants none."""
    from analysis.meaning import meaning_model

    model = meaning_model()
    return Memory(comparison, model, _kept(comparison.story_id, model)) if model else None


def _kept(story_id: int, model: "MeaningModel") -> dict[str, Verdict]:
    from analysis.meaning import verdict

    rows = SentenceVerdicts.objects.filter(comparison__story=story_id, model=model.card.version)
    told = (pair for row in rows for pair in zip(row.pairs, row.verdicts, strict=True))
    return {digest: verdict(model.card, *shares) for digest, shares in told}


def _digest(a: str, b: str) -> str:
    """The same whichever of the two sentences comes first."""
    both = "\n\n".join(sorted((a, b)))
    return hashlib.sha256(both.encode(errors="surrogatepass")).hexdigest()[:32]
