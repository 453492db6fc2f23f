"""An English message inside Norwegian, Danish, Swedish or Finnish text is found as without it."""

import pytest

from troubleshooter.diagnosis import diagnose

SENTENCES = (
    "Feil ved betaling: {}",
    "Hei, vi får feilmeldingen «{}» når kunden skal betale. Hva gjør vi?",
    "Det står {} i loggen, og da stopper det.",
    "Kunne ikke gjennomføre betalingen ({})",
    "Bestilling #1234: Kunne ikke trekke beløpet. Feil fra Vipps: {} Prøv igjen.",
    "Ordre 1001 – {} – prøvde igjen uten hell",
    "Fejl ved betaling: {}",
    "Vi får fejlen \"{}\" når kunden betaler med MobilePay.",
    "Fejlbesked: ›{}‹ fra API'et",
    "Fel vid betalning: {}",
    "Vi får felet ”{}” när kunden ska betala.",
    "Betalningen misslyckades. Felmeddelande: {}",
    "Virhe: {}",
    "Virheilmoitus: »{}»",
    "Maksu epäonnistui virheellä '{}' eikä asiakas pääse eteenpäin.",
)  # fmt: skip


def first(paste, knowledge):
    return next((each.problem.id for each in diagnose(paste, knowledge).findings), None)


def by_chance(say, knowledge):
    """Problems that a sentence which anybody could say may mean: it must stand alone for them."""
    findings = diagnose(say, knowledge).findings
    return [each.problem.id for each in findings if each.strength == "possible"]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_message_in_a_nordic_sentence_is_found_as_without_it(sentence, knowledge):
    for problem in knowledge.problems.values():
        for say in problem.says:
            alone = first(say, knowledge)
            if alone in by_chance(say, knowledge):
                continue
            for words in (say, say.rstrip(".")):
                assert first(sentence.format(words), knowledge) == alone, words


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_nordic_sentence_alone_is_no_finding(sentence, knowledge):
    assert first(sentence.format("…"), knowledge) is None


@pytest.mark.parametrize(
    ("paste", "problem"),
    [
        ("feilkode 35", "order-not-found"),
        ("Vipps feilkode: 37", "merchant-deactivated"),
        ("Fejlkode 81 fra MobilePay", "user-unknown"),
        ("Vipps-felkod 71", "refund-exceeds-captured"),
        ("virhekoodi 61", "capture-exceeds-reserved"),
        ("Vipps: virhe 401", "http-401"),
        ("Får HTTP-feil 429 fra Vipps", "http-429"),
    ],
)
def test_a_code_is_read_behind_a_nordic_word(paste, problem, knowledge):
    assert first(paste, knowledge) == problem
