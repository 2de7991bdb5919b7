using System.Text.Json;
using System.Text.Json.Serialization;

namespace SocialContract.MockServer.Stubs;

[JsonSerializable(typeof(JsonElement))]
internal sealed partial class StubJson : JsonSerializerContext;
