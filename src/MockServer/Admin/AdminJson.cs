using System.Text.Json.Serialization;

namespace SocialContract.MockServer.Admin;

/// <summary>Writes the bodies of the admin interface; null members are left out.</summary>
[JsonSerializable(typeof(Health))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(AdminFaults))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class AdminJson : JsonSerializerContext;
