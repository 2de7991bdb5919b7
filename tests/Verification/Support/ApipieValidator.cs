using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SocialContract.Verification.Tests.Support;

/// <summary>The two pages' parameters, validated as apipie-rails does: the first that is missing or not as declared ends it.</summary>
internal sealed partial record ApipieValidator
{
    private static readonly string[] Locations =
        ["workspaceSettingsPage", "signUpForm", "guidedWalkthrough", "progressMeter", "personalSettingsPage", "templateBranding"];

    private static readonly Dictionary<string, string[]> Elements = new()
    {
        ["ig_accounts"] = ["id", "username", "profile_picture_url", "fb_token"],
        ["fb_pages"] = ["access_token", "id", "name", "picture", "is_silhouette"],
    };

    /// <summary>Whether <c>is_silhouette</c> is declared as an enum, where apipie before 0.7.1 takes <c>false</c> for blank.</summary>
    public bool BooleanIsEnum { get; init; }

    /// <summary>Whether an id must be an Integer of Ruby's, which no part of a path is.</summary>
    public bool StockInteger { get; init; }

    /// <summary>Whether only the first element of an array is looked at.</summary>
    public bool FirstElementOnly { get; init; }

    /// <summary>Null where every parameter is as declared.</summary>
    public ParameterFault? FirstFault(RailsRoute route, JsonObject parameters)
    {
        if (route.Elements is not { } name)
        {
            return !StockInteger && Integer().IsMatch(parameters["id"]!.ToString()) ? null : new("id", "Must be a Integer");
        }

        return Account(parameters) ?? (parameters.TryGetPropertyValue(name, out var elements) ? Array(name, elements) : null);
    }

    /// <summary>What is passed on: booleans for what was taken for them, and no element that only was not looked at.</summary>
    public JsonObject Normalised(JsonObject parameters)
    {
        var normalised = parameters.DeepClone().AsObject();
        foreach (var name in Elements.Keys.Where(name => normalised[name] is JsonArray))
        {
            var elements = normalised[name]!.AsArray();
            elements.RemoveAll(element => Element(name, element) is not null);
            foreach (var element in elements.OfType<JsonObject>())
            {
                if (element["is_silhouette"] is { } said && said.GetValueKind() == JsonValueKind.String)
                {
                    element["is_silhouette"] = said.ToString() is "true" or "1";
                }
            }
        }

        return normalised;
    }

    private static ParameterFault? Account(JsonObject parameters)
    {
        if (parameters["facebook_account"] is not JsonObject { Count: > 0 } account)
        {
            return new("facebook_account", "Must be a Hash");
        }

        foreach (var name in (string[])["fb_token", "fb_uid"])
        {
            if (!IsText(account[name]))
            {
                return new($"facebook_account[{name}]", "Must be a String");
            }
        }

        return account.TryGetPropertyValue("location", out var location) && !(IsText(location) && Locations.Contains(location!.ToString()))
            ? new("facebook_account[location]", $"Must be one of: {string.Join(", ", Locations)}.")
            : null;
    }

    private ParameterFault? Array(string name, JsonNode? value)
    {
        if (value is not JsonArray { Count: > 0 } elements)
        {
            return new(name, "Must be an Array of nested elements");
        }

        var looked = elements.Take(FirstElementOnly ? 1 : elements.Count);
        return looked.Select(element => Element(name, element)).FirstOrDefault(fault => fault is not null);
    }

    private ParameterFault? Element(string name, JsonNode? value)
    {
        if (value is not JsonObject { Count: > 0 } element)
        {
            return new(name, "Must be an Array of nested elements");
        }

        foreach (var member in Elements[name])
        {
            var isBoolean = member == "is_silhouette";
            if (!(isBoolean ? IsBoolean(element[member]) : IsText(element[member])))
            {
                return new($"{name}[{member}]", isBoolean ? "Must be one of: true, false, 1, 0." : "Must be a String");
            }
        }

        return null;
    }

    /// <summary>A blank string is none.</summary>
    private static bool IsText(JsonNode? value) =>
        value?.GetValueKind() == JsonValueKind.String && !string.IsNullOrWhiteSpace(value.ToString());

    private bool IsBoolean(JsonNode? value) => value?.GetValueKind() switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => !BooleanIsEnum,
        JsonValueKind.Number => value.ToJsonString() is "1" or "0",
        JsonValueKind.String => !BooleanIsEnum && value.ToString() is "true" or "false" or "1" or "0",
        _ => false,
    };

    [GeneratedRegex("^[-+]?[0-9]+$")]
    private static partial Regex Integer();
}
