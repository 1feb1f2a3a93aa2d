"""The reference of the data: the description by OpenAPI, and a page made of it that works offline."""

from typing import Any

from litestar import MediaType, Response, get

from bangiao.web.asked import AtDesk

_METHODS = ("get", "post", "put", "delete")


@get("/api/openapi.json", sync_to_thread=True, include_in_schema=False)
def openapi_json(desk: AtDesk) -> Response[dict[str, Any]]:
    """The description for programs."""
    return Response(desk.request.app.openapi_schema.to_schema(), media_type=MediaType.JSON)


@get("/api", sync_to_thread=True, include_in_schema=False)
def reference_page(desk: AtDesk) -> Response[bytes]:
    """The description for people: every address with what it can be asked and what it answers."""
    return desk.page("api.html", lambda: {"operations": operations(desk.request.app.openapi_schema.to_schema())})


def operations(schema: dict[str, Any]) -> list[dict[str, Any]]:
    """Every address with its summary, its parameters, and the fields of its answer."""
    known = schema.get("components", {}).get("schemas", {})
    found = []
    for path, item in sorted(schema["paths"].items()):
        for method in _METHODS:
            if method in item:
                found.append({"path": path, "method": method.upper(), **_operation(item[method], known)})
    return found


def _operation(operation: dict[str, Any], known: dict[str, Any]) -> dict[str, Any]:
    answer = operation["responses"].get("200", {}).get("content", {})
    shape: dict[str, Any] = next((one.get("schema", {}) for one in answer.values()), {})
    name = shape.get("$ref", "").rsplit("/", 1)[-1]
    fields = known.get(name, {}).get("properties", {})
    return {
        "does": operation.get("description") or operation.get("summary", ""),
        "parameters": [
            {"name": one["name"], "place": one["in"], "needed": one.get("required", False), "does": _about(one)}
            for one in operation.get("parameters", [])
        ],
        "fields": [(field, _type(told)) for field, told in fields.items()],
    }


def _about(parameter: dict[str, Any]) -> str:
    return str(parameter.get("description") or parameter.get("schema", {}).get("description") or "")


def _type(told: dict[str, Any]) -> str:
    """A field's type in a word: its own, that of its entries, or the name of its record."""
    if "$ref" in told:
        return str(told["$ref"].rsplit("/", 1)[-1].rsplit("_", 1)[-1])
    if "oneOf" in told or "anyOf" in told:
        return " | ".join(dict.fromkeys(_type(one) for one in (told.get("oneOf") or told.get("anyOf") or [])))
    if told.get("type") == "array":
        return f"{_type(told.get('items', {}))}[]"
    return str(told.get("type", "any"))
