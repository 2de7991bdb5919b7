using System.Text.Json;
using SocialContract.Contract.Secrets;

namespace SocialContract.MockServer.Stubs.Secrets;

/// <summary>Tells the secrets in texts and by name, for each of several redactors. Thread-safe.</summary>
/// <param name="redactors">Know the secrets of an exchange.</param>
/// <param name="hidden">Receives the values that are hidden; null: they are not collected.</param>
internal sealed class SecretValues(IReadOnlyList<Redactor> redactors, List<string>? hidden = null)
{
    public string Text(string text) => redactors.Aggregate(text, (shown, redactor) => redactor.Text(shown));

    /// <summary>A URL or a pattern of one.</summary>
    public string Target(string target) => redactors.Aggregate(target, (shown, redactor) => redactor.Text(redactor.Target(shown)));

    /// <summary>Whether a member of a body with that name is secret.</summary>
    public bool IsMember(string name) => redactors.Any(redactor => redactor.IsSecretMember(name));

    /// <summary>Whether a header or parameter with that name is secret.</summary>
    public bool IsParameter(string name) => redactors.Any(redactor => redactor.IsSecretParameter(name));

    /// <summary>Whether one of the words is the name of a secret: a form, XML, a JSON path, a regular expression.</summary>
    public bool AreNamedIn(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var start = at;
            while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '_' or '-'))
            {
                at++;
            }

            var word = text[start..at];
            if (word.Length > 0 && (at < text.Length && text[at] == '=' ? IsParameter(word) : IsMember(word)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the object has a name, as parts of stubs in WireMock.Net's form have, and it is that of a secret.</summary>
    public bool IsNamed(JsonElement value) =>
        value.EnumerateObject().Any(member => IsName(member) && IsParameter(member.Value.GetString()!));

    /// <summary>Writes replacements of all values, but for what has them and their names.</summary>
    public void Hide(JsonElement value, Utf8JsonWriter json, bool keepsName = false)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                json.WriteStartObject();
                foreach (var member in value.EnumerateObject())
                {
                    json.WritePropertyName(member.Name);
                    if (keepsName && IsName(member))
                    {
                        member.Value.WriteTo(json);
                    }
                    else
                    {
                        Hide(member.Value, json);
                    }
                }

                json.WriteEndObject();
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var element in value.EnumerateArray())
                {
                    Hide(element, json);
                }

                json.WriteEndArray();
                break;
            case JsonValueKind.String or JsonValueKind.Number:
                hidden?.Add(value.ToString());
                json.WriteStringValue(Redactor.Word);
                break;
            default:
                value.WriteTo(json);
                break;
        }
    }

    /// <summary>Writes a text as the function shows it, and a number unless that shows a secret.</summary>
    public static void WriteScalar(JsonElement value, Utf8JsonWriter json, Func<string, string> shown)
    {
        if (value.ValueKind == JsonValueKind.String)
        {
            json.WriteStringValue(shown(value.GetString()!));
        }
        else if (value.ValueKind == JsonValueKind.Number && shown(value.GetRawText()) is Redactor.Word)
        {
            json.WriteStringValue(Redactor.Word);
        }
        else
        {
            value.WriteTo(json);
        }
    }

    private static bool IsName(JsonProperty member) =>
        member.Value.ValueKind == JsonValueKind.String && member.Name.Equals("name", StringComparison.OrdinalIgnoreCase);
}
