"""Which private documents a person may open: one question to every place that holds one."""

from django.db.models import Q

from corridor.documents.models import Document
from startups.models import Startup
from welcome.models.applications import Application, Attachment, RevisionDocument
from welcome.models.decisions import Decision
from welcome.models.messages import Message, MessageFile
from welcome.models.proofs import ProofFile
from welcome.models.requests import Answer, AnswerFile
from welcome.models.state_aid import Certificate


def documents_visible_to(user):
    """The private documents a person may open: own attachments, those of cases seen, notices once they arrived."""
    if not user.is_authenticated:
        return Document.objects.none()
    own = Application.objects.filter(startup__in=Startup.objects.of(user))
    attached = Attachment.objects.filter(application__in=own)
    submitted = RevisionDocument.objects.visible_to(user)
    sent = MessageFile.objects.filter(message__in=Message.objects.visible_to(user))
    answered = AnswerFile.objects.filter(answer__in=Answer.objects.visible_to(user))
    proofs = ProofFile.objects.visible_to(user)
    notices = Decision.objects.notices_visible_to(user)
    certificates = Certificate.objects.visible_to(user)
    return Document.objects.filter(
        Q(pk__in=attached.values("document"))
        | Q(pk__in=submitted.values("document"))
        | Q(pk__in=sent.values("document"))
        | Q(pk__in=answered.values("document"))
        | Q(pk__in=proofs.values("document"))
        | Q(pk__in=notices.values("notice"))
        | Q(pk__in=certificates.values("document"))
    )
