using SocialContract.Contract.Messages;
using SocialContract.Contract.Model;
using SocialContract.Contract.Routing;
using SocialContract.Contract.Validation.Decoding;

namespace SocialContract.Contract.Validation.Parameters;

/// <summary>Reads what the router captured.</summary>
internal sealed class PathParameterReader(Parameter parameter, ValueShape shape) : ParameterReader(parameter, shape)
{
    private readonly StyleDecoder? _decoder = DecoderFor(parameter, shape, TextDecoding.Percent);

    public override ReadResult Read(RequestMessage message, in RouteMatch route, MessageScratch scratch) =>
        route.TryGetCapture(Parameter.Name, out var raw) ? Decode(_decoder, raw, TextDecoding.Percent, scratch) : ReadResult.Absent;
}
