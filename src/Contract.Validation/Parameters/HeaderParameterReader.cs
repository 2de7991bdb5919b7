using SocialContract.Contract.Messages;
using SocialContract.Contract.Model;
using SocialContract.Contract.Routing;
using SocialContract.Contract.Validation.Decoding;

namespace SocialContract.Contract.Validation.Parameters;

/// <summary>Reads a request's header. Its text is taken as it is, without percent-decoding.</summary>
internal sealed class HeaderParameterReader(Parameter parameter, ValueShape shape) : ParameterReader(parameter, shape)
{
    private readonly StyleDecoder? _decoder = DecoderFor(parameter, shape, TextDecoding.None);

    public override ReadResult Read(RequestMessage message, in RouteMatch route, MessageScratch scratch) =>
        Read(message.Headers[Parameter.Name], scratch);

    /// <summary>Reads a header's value, also a response's.</summary>
    /// <param name="value">Null where the header is absent.</param>
    public ReadResult Read(string? value, MessageScratch scratch) =>
        value is null ? ReadResult.Absent : Decode(_decoder, value, TextDecoding.None, scratch);
}
