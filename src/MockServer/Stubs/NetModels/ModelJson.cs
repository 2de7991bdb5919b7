using System.Text.Json;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace SocialContract.MockServer.Stubs.NetModels;

/// <summary>Writes WireMock.Net's models as it does: members in Pascal case, those that are null left out.</summary>
internal static class ModelJson
{
    private static readonly JsonSerializerSettings Settings = new()
    {
        NullValueHandling = NullValueHandling.Ignore,
        DateTimeZoneHandling = DateTimeZoneHandling.Utc,
    };

    private static readonly Newtonsoft.Json.JsonSerializer Serializer = Newtonsoft.Json.JsonSerializer.Create(Settings);

    public static string Text(object model) => JsonConvert.SerializeObject(model, Settings);

    public static JObject Object(object model) => JObject.FromObject(model, Serializer);

    public static void Write(Utf8JsonWriter writer, object model) => writer.WriteRawValue(Text(model));
}
