"""What may be agreed (R06)."""

from domain.conversations.rules.wording import unless
from domain.kernel.rule import Finding, Rule
from domain.plans.models.agreements import PlanAgreementFields
from domain.plans.models.contact_words import ContactChannel
from domain.plans.models.words import Party
from domain.plans.rules.inputs import Inputs

SCHOOL_NOT_HEARD = Rule(
    "school_options_missing",
    "Zet eerst op een rij wat de school kan aanbieden.",
    "Indiquez d'abord ce que l'école peut proposer.",
    "First say what the school can offer.",
    number="R06",
    source=("S",),
)
FAMILY_NOT_HEARD = Rule(
    "guardian_wishes_missing",
    "Vraag eerst minstens één ouder wat die wenst.",
    "Demandez d'abord à au moins un parent ce qu'il souhaite.",
    "First ask at least one guardian what they wish.",
    number="R06",
    source=("S",),
)
PARTY_NOT_HEARD = Rule(
    "party_wishes_missing",
    "Vraag eerst wat deze persoon zelf wenst.",
    "Demandez d'abord à cette personne ce qu'elle souhaite.",
    "First ask what this person wishes.",
    number="R06",
    source=("S",),
)
NOT_OFFERED = Rule(
    "channel_not_offered",
    "Dat kan de school niet aanbieden. Kies uit: {offered}.",
    "L'école ne peut pas le proposer. Choisissez parmi : {offered}.",
    "The school cannot offer this. Choose from: {offered}.",
    number="R06",
    source=("S", "J"),
)
COMPROMISE_NEEDED = Rule(
    "compromise_needed",
    "Dit staat niet bij de wensen. Zeg erbij waarom jullie er toch voor kiezen.",
    "Cela ne figure pas parmi les souhaits. Dites pourquoi vous le choisissez quand même.",
    "This is not among the wishes. Say why you choose it all the same.",
    number="R06",
    source=("S", "J"),
)


WHATSAPP_NOT_WISHED = Rule(
    "whatsapp_not_wished",
    "WhatsApp kan alleen als deze persoon er zelf voor koos. Zet het eerst bij de wensen.",
    "WhatsApp n'est possible que si cette personne l'a choisi. Ajoutez-le d'abord aux souhaits.",
    "WhatsApp is possible only when this person chose it. Add it to the wishes first.",
    number="R06",
    source=("S", "J"),
)


def check_agreement(agreement: PlanAgreementFields, inputs: Inputs) -> list[Finding]:
    """Both sides are heard first; then the channel lies in what both want, or says why it does not (R06)."""
    return _check_heard(agreement, inputs) or _check_channel(agreement, inputs)


def _check_heard(agreement: PlanAgreementFields, inputs: Inputs) -> list[Finding]:
    party = "/guardian_id" if agreement.party is Party.GUARDIAN else "/party"
    school = unless(inputs.school is not None, SCHOOL_NOT_HEARD.broken("/channel"))
    if not inputs.a_guardian_was_heard:
        return [*school, FAMILY_NOT_HEARD.broken(party)]
    return school + unless(inputs.wished is not None, PARTY_NOT_HEARD.broken(party))


def _check_channel(agreement: PlanAgreementFields, inputs: Inputs) -> list[Finding]:
    if agreement.channel not in inputs.offered:
        return [NOT_OFFERED.broken("/channel", offered=", ".join(sorted(inputs.offered)))]
    is_wished = agreement.channel in (inputs.wished or ())
    if agreement.channel is ContactChannel.WHATSAPP and not is_wished:
        return [WHATSAPP_NOT_WISHED.broken("/channel")]
    return unless(is_wished or agreement.compromise is not None, COMPROMISE_NEEDED.broken("/compromise"))
