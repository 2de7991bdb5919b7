using System.Text.Json;
using System.Text.Json.Serialization;
using SocialContract.MockServer.Stubs.Mappings;
using SocialContract.MockServer.Stubs.Secrets;

namespace SocialContract.MockServer.Admin.Requests;

/// <summary>A stub, in JSON as it was posted.</summary>
/// <param name="Secrets">Removes its secrets; null: it is shown with them.</param>
[JsonConverter(typeof(ShownStubConverter))]
internal sealed record ShownStub(StubMapping Stub, StubSecrets? Secrets = null);

/// <summary>Only writes.</summary>
internal sealed class ShownStubConverter : JsonConverter<ShownStub>
{
    public override ShownStub Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, ShownStub value, JsonSerializerOptions options)
    {
        if (value.Secrets is { } secrets)
        {
            secrets.Write(value.Stub.WriteTo, writer);
        }
        else
        {
            value.Stub.WriteTo(writer);
        }
    }
}
