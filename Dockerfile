# The service as an image: packages are installed in a first stage, the second holds only what runs.
# Any Debian base with python3 (3.11 to 3.13) and venv will do.
ARG BASE_IMAGE=python:3.12-slim-bookworm

FROM ${BASE_IMAGE} AS build
COPY requirements.txt /tmp/requirements.txt
RUN python3 -m venv /opt/wortlaut \
 && /opt/wortlaut/bin/python -m pip install --no-cache-dir --only-binary=:all: -r /tmp/requirements.txt \
 && /opt/wortlaut/bin/python -m pip uninstall --yes --quiet pip

FROM ${BASE_IMAGE}
LABEL org.opencontainers.image.title="Wortlaut" \
      org.opencontainers.image.description="Who said what, in their own words, and in what capacity, in German news" \
      org.opencontainers.image.version="1.0.0" \
      org.opencontainers.image.licenses="Apache-2.0 AND CC-BY-SA-4.0"
COPY --from=build /opt/wortlaut /opt/wortlaut
WORKDIR /srv/wortlaut
COPY LICENSE gunicorn.conf.py ./
COPY service service
ENV PATH=/opt/wortlaut/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    WORTLAUT_HOST=0.0.0.0 \
    PORT=8000
# Compiled here: the user below cannot write.
RUN python3 -m compileall -q service gunicorn.conf.py
USER 10001:10001
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 \
  CMD ["python3", "-c", "import os, urllib.request; urllib.request.urlopen(f'http://127.0.0.1:{os.environ[\"PORT\"]}/readyz', timeout=4)"]
CMD ["python3", "-m", "gunicorn", "-c", "gunicorn.conf.py"]
