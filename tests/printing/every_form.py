"""Every form with a sample of its data: what is named here is shown on each of its papers."""

from collections.abc import Callable
from dataclasses import fields, replace
from functools import partial
from typing import Any, NamedTuple

from desk.domain.paper import FormCode
from desk.printing.form import Form, FormData
from desk.printing.forms import complaint_sheet, release_pass, service_figures
from tests.printing import (
    case_samples,
    catalogue_samples,
    figures_samples,
    inspection_samples,
    key_samples,
    money_samples,
    move_in_samples,
    order_samples,
    pass_samples,
    samples,
)


class Sample(NamedTuple):
    """A form and how to fill it in a language."""

    form: Form[Any]
    filled: Callable[[str], FormData]
    languages: tuple[str, ...] = ("zh_Hant", "zh_Hans", "en")

    def empty(self, language: str) -> FormData:
        """The form without values."""
        data: FormData = self.form.data(job=samples.JOBS[language])
        return data


SCRIPTS = ("zh_Hant", "zh_Hans")

SAMPLES: dict[FormCode, Sample] = {
    FormCode.COMPLAINT_SHEET: Sample(complaint_sheet.FORM, samples.filled),
    **{
        FormCode(name): Sample(module.FORM, partial(case_samples.filled, name))
        for name, module in case_samples.FORMS.items()
    },
    **{
        FormCode(name): Sample(module.FORM, partial(key_samples.filled, name), SCRIPTS)
        for name, module in key_samples.FORMS.items()
    },
    **{
        FormCode(name): Sample(module.FORM, partial(move_in_samples.filled, name), SCRIPTS)
        for name, module in move_in_samples.FORMS.items()
    },
    **{
        FormCode(name): Sample(module.FORM, partial(order_samples.filled, name))
        for name, module in order_samples.FORMS.items()
    },
    **{
        FormCode(name): Sample(module.FORM, partial(money_samples.filled, name), SCRIPTS)
        for name, module in money_samples.FORMS.items()
    },
    **{
        FormCode(name): Sample(module.FORM, partial(catalogue_samples.filled, name), SCRIPTS)
        for name, module in catalogue_samples.FORMS.items()
    },
    **{
        FormCode(name): Sample(module.FORM, partial(inspection_samples.filled, name), SCRIPTS)
        for name, module in inspection_samples.FORMS.items()
    },
    FormCode.SERVICE_FIGURES: Sample(service_figures.FORM, figures_samples.filled),
    FormCode.RELEASE_PASS: Sample(release_pass.FORM, pass_samples.filled),
}


def with_rows(data: Any, count: int) -> Any:
    """The same with so many rows in every list of things, made of those it has."""
    changed = {}
    for one in fields(data):
        value = getattr(data, one.name)
        if isinstance(value, tuple) and value and hasattr(value[0], "__dataclass_fields__"):
            changed[one.name] = tuple(value[at % len(value)] for at in range(count))
    return replace(data, **changed)


def with_texts(data: Any, change: Callable[[str, str], str]) -> Any:
    """The same with every text changed, those of its rows too; number and code stay."""
    changed: dict[str, object] = {}
    for one in fields(data):
        value = getattr(data, one.name)
        if one.name in ("job", "title", "number", "scan_code"):
            continue
        if type(value) is str:
            changed[one.name] = change(one.name, value)
        elif isinstance(value, tuple) and value and hasattr(value[0], "__dataclass_fields__"):
            changed[one.name] = tuple(with_texts(row, change) for row in value)
    return replace(data, **changed)
