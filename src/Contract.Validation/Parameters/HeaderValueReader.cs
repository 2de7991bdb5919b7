using SocialContract.Contract.Messages;
using SocialContract.Contract.Model;
using SocialContract.Contract.Routing;
using SocialContract.Contract.Validation.Decoding;

namespace SocialContract.Contract.Validation.Parameters;

/// <summary>Reads a header. Its text is not percent-decoded.</summary>
internal sealed class HeaderValueReader(Parameter parameter, ValueShape shape) : ParameterValueReader(parameter, shape)
{
    private readonly StyleDecoder? _decoder = DecoderFor(parameter, shape, TextDecoding.None);

    public override ReadResult Read(RequestMessage message, in RouteMatch route, MessageScratch scratch) =>
        Read(message.Headers[Parameter.Name], scratch);

    /// <summary>Reads the value of a request's or a response's header.</summary>
    /// <param name="value">Null if the header is missing.</param>
    public ReadResult Read(string? value, MessageScratch scratch) =>
        value is null ? ReadResult.Absent : Decode(_decoder, value, TextDecoding.None, scratch);
}
