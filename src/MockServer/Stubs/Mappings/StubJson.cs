using System.Text.Json;
using System.Text.Json.Serialization;

namespace SocialContract.MockServer.Stubs.Mappings;

[JsonSerializable(typeof(JsonElement))]
internal sealed partial class StubJson : JsonSerializerContext;
