"""File fields that show a refusal where it belongs: at the field."""

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError

from corridor import forms as portal
from corridor.actions import Refused
from corridor.documents.files import accepted_extensions, check_upload
from corridor.documents.images import clean_image


class UploadField(portal.UploadField):
    """A document; its cleaned value is the upload, checked by content. `types` names fewer than the portal takes."""

    def __init__(self, *, types=None, **kwargs):
        self.types = types
        super().__init__(
            accept=accepted_extensions(types),
            megabytes=settings.UPLOAD_LIMIT // 1024**2,
            allow_empty_file=True,
            **kwargs,
        )
        # Endings alone hide ".jpeg" in some browsers, and the camera on a telephone.
        self.widget.attrs["accept"] += "," + ",".join(types or settings.UPLOAD_TYPES)

    def to_python(self, data):
        file = super().to_python(data)
        if file is not None:
            or_field_error(check_upload, file, self.types)
        return file


class SeveralFiles(forms.FileInput):
    allow_multiple_selected = True


class UploadsField(UploadField):
    """Several documents at once; its cleaned value is a list of uploads, each checked by content."""

    widget = SeveralFiles

    def clean(self, data, initial=None):
        files = data if isinstance(data, list | tuple) else [data]
        cleaned = [self.clean_one(each, named=len(files) > 1) for each in files or [None]]
        return [file for file in cleaned if file]

    def clean_one(self, file, *, named):
        """Of several it has to be said which one cannot be taken."""
        try:
            return super().clean(file)
        except ValidationError as error:
            if not named:
                raise
            raise ValidationError(
                [f"{file.name}: {words}" for words in error.messages], code=error.code
            ) from error


class CleanImageField(portal.UploadField):
    """A picture; its cleaned value is a new WebP file without metadata, at most `max_side` pixels a side."""

    def __init__(self, *, max_side=512, **kwargs):
        self.max_side = max_side
        super().__init__(
            accept=[".png", ".jpg", ".jpeg", ".webp", ".gif"], allow_empty_file=True, **kwargs
        )

    def to_python(self, data):
        file = super().to_python(data)
        return file and or_field_error(clean_image, file, self.max_side)


def or_field_error(check, *arguments):
    """What the check returns; its refusal becomes the error of the field."""
    try:
        return check(*arguments)
    except Refused as error:
        raise ValidationError(error.message, code=type(error).__name__) from error
