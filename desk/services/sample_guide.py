"""The guide of the sample estate: its departments, who does what, and what is often asked."""

from desk.domain.permissions import Permission
from desk.models.department import Department, Duty
from desk.models.faq import Faq
from desk.services.sample_people import Script
from desk.services.workplace import Workplace


def fill(workplace: Workplace, script: Script) -> None:
    """Write it down as the lead would; the words are the region's."""
    with workplace.deed(Permission.EDIT_GUIDE) as work:
        departments = {
            name: Department(name=name, head=head, phone=phone, division=division)
            for name, head, phone, division in script.words["departments"]
        }
        work.add(*departments.values())
        work.add(
            *(
                Duty(matter=matter, department=departments[name], phone=phone, note=note)
                for matter, name, phone, note in script.words["duties"]
            )
        )
        work.add(
            *(
                Faq(question=question, answer=answer, keywords=keywords)
                for question, answer, keywords in script.words["faqs"]
            )
        )
        work.commit()
