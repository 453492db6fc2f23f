"""What gunicorn serves. The content is read first: broken content stops the start.

Words to search are filed before the workers part, so that nobody waits for it and they share it.
"""

import os

from django.core.wsgi import get_wsgi_application

from troubleshooter.knowledge import knowledge
from troubleshooter.search import index

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "troubleshooter.settings")

index(knowledge())
application = get_wsgi_application()
