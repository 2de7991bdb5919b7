using System.Collections.Frozen;

namespace SocialContract.Contract.Generation.Data.Plausible;

/// <summary>
/// The usual texts by a property's name, so that a front-end's screen looks right. Keywords of the schema take precedence.
/// </summary>
internal static class PlausibleWords
{
    private static readonly FrozenDictionary<string, string[]> Table = Build(
        ("name|full name|display name|author|owner name|contact", ["Ada Lovelace", "Grace Hopper", "Alan Turing", "Katherine Johnson"]),
        ("first name|given name|firstname", ["Ada", "Grace", "Alan", "Katherine"]),
        ("last name|family name|surname|lastname", ["Lovelace", "Hopper", "Turing", "Johnson"]),
        ("user name|username|user|login|handle|nickname|screen name|owner", ["ada", "grace", "alan", "katherine"]),
        ("email|mail|email address", ["ada@example.com", "grace@example.com", "alan@example.com", "katherine@example.com"]),
        ("phone|mobile|telephone|tel|fax|phone number|msisdn", ["+12025550123", "+12025550148", "+12025550171", "202-555-0199"]),
        ("url|uri|link|href|website|homepage|web site|callback",
            ["https://example.com/1", "https://example.com/2", "https://example.com/3"]),
        ("picture|picture url|avatar|avatar url|image|image url|photo|photo url|logo|logo url|icon|icon url|thumbnail|thumbnail url",
            ["https://example.com/images/1.png", "https://example.com/images/2.png", "https://example.com/images/3.png"]),
        ("city|town|place|location", ["Paris", "Lagos", "Lima", "Kyoto"]),
        ("country", ["France", "Nigeria", "Peru", "Japan"]),
        ("country code", ["FR", "NG", "PE", "JP"]),
        ("region|province|county", ["Ontario", "Bavaria", "Tuscany"]),
        ("street|address|street address|address line", ["12 High Street", "34 Station Road", "5 Mill Lane"]),
        ("zip|zip code|postal code|postcode|zipcode", ["75001", "10115", "94103"]),
        ("company|organization|organisation|employer|vendor|brand", ["Acme", "Globex", "Initech"]),
        ("title|subject|headline|caption", ["A first look", "Notes from the field", "What comes next"]),
        ("description|summary|bio|about|details|detail", ["A short description.", "Another short description.", "One more description."]),
        ("message|text|body|content|comment|note|notes", ["Hello there.", "See you tomorrow.", "All is well."]),
        ("error|reason|cause", ["Something went wrong.", "The value is not accepted."]),
        ("status", ["active", "pending", "closed"]),
        ("state", ["open", "closed"]),
        ("type|kind", ["standard", "special"]),
        ("category|group|department|team", ["general", "support", "research"]),
        ("role", ["user", "admin"]),
        ("gender", ["female", "male"]),
        ("color|colour", ["#3366cc", "#cc6633", "#33cc66"]),
        ("currency|currency code", ["EUR", "USD", "JPY"]),
        ("language|lang|language code", ["en", "fr", "ja"]),
        ("locale", ["en-GB", "fr-FR", "ja-JP"]),
        ("timezone|time zone", ["Europe/Paris", "Africa/Lagos", "Asia/Tokyo"]),
        ("version", ["1.0.0", "1.1.0", "2.0.0"]),
        ("tag|label|keyword|topic", ["new", "popular", "sale"]),
        ("slug", ["a-first-look", "notes-from-the-field"]),
        ("token|access token|refresh token|secret|api key|password|credential", ["EXAMPLE_TOKEN", "EXAMPLE_TOKEN_2"]),
        ("ip|ip address", ["192.0.2.1", "192.0.2.2"]),
        ("host|hostname|domain", ["example.com", "www.example.com"]),
        ("file|filename|file name", ["report.txt", "notes.txt"]),
        ("path", ["/reports/1", "/reports/2"]),
        ("content type|mime type|media type", ["text/plain", "image/png"]),
        ("sha|hash|digest|checksum|commit", ["9f86d081884c7d659a2feaa0c55ad015a3bf4f1b", "2c26b46b68ffc68ff99b453c1d30413413422d70"]),
        ("date|day", ["2024-01-15", "2024-01-16"]),
        ("at|created|updated|timestamp|datetime|date time|created on|updated on", ["2024-01-15T09:30:00Z", "2024-01-16T09:30:00Z"]),
        ("time", ["09:30:00", "10:30:00"]),
        ("price|amount|cost", ["19.99", "5.00"]),
        ("uuid|guid", ["3f2b8c1e-5d47-4a90-8b6f-1c2d3e4f5a6b", "7a9d0e2c-1b34-4f58-9c7e-6d5f4e3c2b1a"]),
        ("id|uid|key|reference|ref", ["1", "2", "3", "4"]),
        ("code", ["A1", "B2", "C3"]));

    /// <summary>
    /// The values for a property's name: its last two words are looked up, then its last word. Null where the table has neither.
    /// </summary>
    public static IReadOnlyList<string>? For(string propertyName)
    {
        var words = PropertyWords.Of(propertyName);
        if (words.Count == 0)
        {
            return null;
        }

        var last = words[^1];
        return (words.Count > 1 ? Find($"{words[^2]} {last}") : null) ?? Find(last) ?? (last.EndsWith('s') ? Find(last[..^1]) : null);
    }

    private static string[]? Find(string key) => Table.GetValueOrDefault(key);

    private static FrozenDictionary<string, string[]> Build(params ReadOnlySpan<(string Names, string[] Values)> entries)
    {
        var table = new Dictionary<string, string[]>();
        foreach (var (names, values) in entries)
        {
            foreach (var name in names.Split('|'))
            {
                table.Add(name, values);
            }
        }

        return table.ToFrozenDictionary();
    }
}
