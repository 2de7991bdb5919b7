using System.Text.Json.Nodes;
using SocialContract.Contract.Generation.Data;

namespace SocialContract.Contract.Generation.Tests;

/// <summary>Random schemas, each of which has instances; the same for the same seed.</summary>
internal sealed class RandomSchemas(ulong seed)
{
    private static readonly string[] Formats =
    [
        "date-time", "date", "time", "duration", "email", "hostname", "ipv4", "ipv6",
        "uri", "uri-reference", "uuid", "json-pointer", "regex",
    ];

    private static readonly string[] Patterns =
    [
        "^[A-Z]{2}\\d{3,5}$", "^(foo|ba[rz])+$", "[^a-z]", "^\\S+@\\S+$",
        "^(?!x)[a-z]+$", "(a|b)\\d?$", "^[\\u00e0-\\u00ff]{2,}$", "^\\w{3}\\s\\w*$",
    ];

    private readonly SeededRandom _random = new(seed);

    public JsonObject Next(int depth = 3) => _random.Next(depth > 0 ? 11 : 5) switch
    {
        0 => Text(),
        1 => Number("integer"),
        2 => Number("number"),
        3 => new() { ["type"] = "boolean" },
        4 => new() { ["enum"] = new JsonArray("a", 1, null, true, new JsonObject { ["a"] = 1 }) },
        5 or 6 => Object(depth),
        7 => Array(depth),
        8 => new() { [_random.Once(2) ? "anyOf" : "oneOf"] = Branches(depth) },
        9 => new() { ["allOf"] = new JsonArray(Object(depth), new JsonObject { ["required"] = new JsonArray("p0") }) },
        _ => new() { ["type"] = new JsonArray("null", "object"), ["properties"] = Properties(depth) },
    };

    private JsonObject Text()
    {
        var schema = new JsonObject { ["type"] = "string" };
        switch (_random.Next(3))
        {
            case 0:
                schema["format"] = _random.Pick(Formats);
                break;
            case 1:
                schema["pattern"] = _random.Pick(Patterns);
                break;
            default:
                var least = _random.Next(40);
                schema["minLength"] = least;
                schema["maxLength"] = least + _random.Next(10);
                break;
        }

        return schema;
    }

    private JsonObject Number(string type)
    {
        var least = _random.Between(-1000, 1000);
        var schema = new JsonObject { ["type"] = type, [_random.Once(2) ? "minimum" : "exclusiveMinimum"] = least };
        if (_random.Once(2))
        {
            schema["maximum"] = least + _random.Between(20, 500);
            schema["multipleOf"] = type == "integer" ? _random.Between(1, 9) : 0.25;
        }

        return schema;
    }

    private JsonObject Object(int depth)
    {
        var schema = new JsonObject { ["type"] = "object", ["properties"] = Properties(depth), ["required"] = new JsonArray("p0") };
        switch (_random.Next(5))
        {
            case 0:
                schema["minProperties"] = _random.Between(1, 6);
                break;
            case 1:
                schema["dependentRequired"] = new JsonObject { ["p0"] = new JsonArray("extra") };
                break;
            case 2:
                schema["maxProperties"] = 2;
                break;
            case 3:
                schema["not"] = new JsonObject { ["required"] = new JsonArray("p1") };
                break;
        }

        return schema;
    }

    private JsonObject Properties(int depth)
    {
        var properties = new JsonObject();
        for (var index = _random.Next(4); index >= 0; index--)
        {
            properties[$"p{index}"] = Next(depth - 1);
        }

        return properties;
    }

    private JsonObject Array(int depth)
    {
        var schema = new JsonObject { ["type"] = "array", ["items"] = Next(depth - 1), ["minItems"] = _random.Next(3) };
        if (_random.Once(3))
        {
            schema["items"] = Number("integer");
            schema["uniqueItems"] = true;
        }
        else if (_random.Once(3))
        {
            schema["prefixItems"] = new JsonArray(Next(depth - 1), Next(depth - 1));
        }

        return schema;
    }

    /// <summary>Of different types, so that one of them alone can accept.</summary>
    private JsonArray Branches(int depth) => new(Text(), Number("integer"), Object(depth - 1), new JsonObject { ["type"] = "boolean" });
}
