using System.Text.Json.Serialization;

namespace SocialContract.Contract.Generation.Data;

[JsonSerializable(typeof(string))]
internal sealed partial class GenerationJson : JsonSerializerContext;
