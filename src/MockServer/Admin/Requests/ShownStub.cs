using System.Text.Json;
using System.Text.Json.Serialization;
using SocialContract.MockServer.Stubs.Mappings;

namespace SocialContract.MockServer.Admin.Requests;

/// <summary>A stub, in JSON as it was posted.</summary>
[JsonConverter(typeof(ShownStubConverter))]
internal sealed record ShownStub(StubMapping Stub);

/// <summary>Only writes.</summary>
internal sealed class ShownStubConverter : JsonConverter<ShownStub>
{
    public override ShownStub Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, ShownStub value, JsonSerializerOptions options) => value.Stub.WriteTo(writer);
}
