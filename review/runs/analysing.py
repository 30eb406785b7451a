"""What a worker does with a draft, and with two.

The analysis is imported where it is used: only workers pay for its model.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from analysis.document import Document, HouseEntry, Label
from analysis.stored import dumped
from articles.canonical import sha256_of
from articles.models import Desk, Draft
from review.documents import rulings_on, whole_document_of
from review.models import Analysis, Comparison, RunState, Stage
from review.runs.running import TextChanged, finish, nothing, tell_stage
from review.runs.storing import store_comparison, store_document
from review.runs.tuning import as_the_desk_wants, left_unchecked, tunings_of
from review.runs.vectors import vectors_of_pair
from review.runs.verdicts import memory_for
from review.verbs import Verb

if TYPE_CHECKING:  # only workers pay for the model
    from analysis.comparing.verdicts import Judge
    from analysis.comparison import Comparison as Compared

_WITHOUT_RESULT = {RunState.NOT_ANALYSED: Verb.DID_NOT_CHECK, RunState.FAILED: Verb.FAILED_RUN}


def analyse(analysis: Analysis) -> None:
    """Read the draft and keep all that was read; a text in another language is kept with the reason."""
    from analysis.pipeline import annotate

    draft = analysis.draft
    if sha256_of(draft.text) != draft.sha256:
        raise TextChanged(f"{draft} is not the text that was handed in.")
    document = annotate(
        draft.text, dated=draft.dated, house=house_list(draft.story.desk), rulings=rulings_on(draft.story)
    )
    tunings = tunings_of(draft.story.desk)
    document = replace(document, findings=as_the_desk_wants(document.findings, tunings))
    tell_stage(analysis, Stage.STORING)
    state, verb = RunState.DONE, Verb.ANALYSED_DRAFT
    if document.not_checked and not document.sentences:
        state, verb = RunState.NOT_ANALYSED, Verb.DID_NOT_CHECK
    finish(
        analysis,
        lambda run: _keep(run, replace(document, not_checked=document.not_checked + left_unchecked(tunings))),
        state=state,
        verb=verb,
        reason=" ".join(document.not_checked),
    )


def compare(comparison: Comparison) -> None:
    """Compare two drafts; where one could not be read, say so instead."""
    left, right = _analysis_of(comparison.left), _analysis_of(comparison.right)
    for analysis in (left, right):
        if analysis.state != RunState.DONE:
            reason = f"Draft {analysis.draft.label} was not read. {analysis.reason}"
            state = RunState(analysis.state)
            finish(comparison, nothing, state=state, verb=_WITHOUT_RESULT[state], reason=reason)
            return
    documents = whole_document_of(left), whole_document_of(right)
    memory = memory_for(comparison)
    judge = memory.judge() if memory else None
    result = _held_against_each_other(comparison, documents, judge)
    if memory:
        memory.keep()
    tell_stage(comparison, Stage.STORING)
    wanted = as_the_desk_wants(result.findings, tunings_of(comparison.story.desk))
    result = replace(result, findings=wanted)
    finish(comparison, lambda run: store_comparison(run, result), state=RunState.DONE, verb=Verb.COMPARED_DRAFTS)


def house_list(desk: Desk) -> list[HouseEntry]:
    """The desk's names as the analysis takes them."""
    return [
        HouseEntry(
            entry.name,
            Label(entry.label) if entry.label else None,
            tuple(entry.aliases),
            entry.role or None,
            entry.own_staff,
            tuple(entry.never),
            entry.spelling,
        )
        for entry in desk.house_list.all()
    ]


def _held_against_each_other(
    comparison: Comparison, documents: tuple[Document, Document], judge: "Judge | None"
) -> "Compared":
    """What the drafts disagree about, read in the order of their versions, which a revision keeps.

    A rule can see more from one side than from the other: read in the order of their ids, what nobody touched would
    look as if it were fixed once the other version is revised.
    """
    from analysis.comparison import compare as compared_with

    vectors = vectors_of_pair(comparison, *documents)
    if comparison.left.version <= comparison.right.version:
        return compared_with(*documents, vectors=vectors, judge=judge)
    turned_vectors = (vectors[1], vectors[0]) if vectors else None
    return compared_with(documents[1], documents[0], vectors=turned_vectors, judge=judge).turned()


def _keep(analysis: Analysis, document: Document) -> None:
    analysis.document = dumped(document)
    analysis.save(update_fields=["document"])
    store_document(analysis, document)


def _analysis_of(draft: Draft) -> Analysis:
    """The last reading of a draft that is over."""
    over = draft.analyses.exclude(state__in=[RunState.WAITING, RunState.RUNNING])
    return over.select_related("draft").defer("document").order_by("-id")[0]
