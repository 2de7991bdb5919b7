using System.Text.Json.Serialization;

namespace SocialContract.Contract.Generation;

[JsonSerializable(typeof(string))]
internal sealed partial class GenerationJson : JsonSerializerContext;
