"""What gunicorn serves. The content is read first: broken content stops the start."""

import os

from django.core.wsgi import get_wsgi_application

from troubleshooter.knowledge import knowledge

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "troubleshooter.settings")

knowledge()
application = get_wsgi_application()
