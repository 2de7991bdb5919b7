using System.Text.Json.Serialization;

namespace SocialContract.MockServer.Admin.Requests;

/// <summary>Writes the journal; null members are left out.</summary>
[JsonSerializable(typeof(ServeEvent))]
[JsonSerializable(typeof(ShownStub))]
[JsonSerializable(typeof(ServeEventList))]
[JsonSerializable(typeof(LoggedRequestList))]
[JsonSerializable(typeof(LoggedRequest))]
[JsonSerializable(typeof(RequestCount))]
[JsonSerializable(typeof(RemovedEvents))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class RequestsJson : JsonSerializerContext;
