using System.Text.Json.Serialization;

namespace SocialApi.Contract.Generation;

[JsonSerializable(typeof(string))]
internal sealed partial class GenerationJson : JsonSerializerContext;
