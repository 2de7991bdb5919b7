using SocialApi.Contract.Model;
using SocialApi.Contract.Routing;
using SocialApi.Contract.Validation.Decoding;

namespace SocialApi.Contract.Validation.Parameters;

/// <summary>Reads a request's header. Its text is taken as it is, without percent-decoding.</summary>
internal sealed class HeaderParameterReader(Parameter parameter, ValueShape shape) : ParameterReader(parameter, shape)
{
    private readonly StyleDecoder? _decoder = DecoderFor(parameter, shape, TextDecoding.None);

    public override ReadOutcome Read(RequestMessage message, in RouteMatch route, MessageScratch scratch, out string expected, out string found) =>
        Read(message.Header(Parameter.Name), scratch, out expected, out found);

    /// <summary>Reads a header's value, also a response's.</summary>
    /// <param name="value">Null where the header is absent.</param>
    public ReadOutcome Read(string? value, MessageScratch scratch, out string expected, out string found)
    {
        if (value is not null)
        {
            return Decode(_decoder, value, TextDecoding.None, scratch, out expected, out found);
        }

        (expected, found) = ("", "");
        return ReadOutcome.Absent;
    }
}
