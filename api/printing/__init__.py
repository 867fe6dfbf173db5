"""Paper: what schools and families hold in their hands, as accessible PDFs made with Typst."""

from api.printing.endpoints import router

__all__ = ["router"]
