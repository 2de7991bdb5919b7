using SocialContract.Contract.Messages;
using SocialContract.Contract.Model;
using SocialContract.Contract.Routing;
using SocialContract.Contract.Validation.Decoding;

namespace SocialContract.Contract.Validation.Parameters;

/// <summary>Reads a value that the router captured from the path.</summary>
internal sealed class PathValueReader(Parameter parameter, ValueShape shape) : ParameterValueReader(parameter, shape)
{
    private readonly StyleDecoder? _decoder = DecoderFor(parameter, shape, TextDecoding.Percent);

    public override ReadResult Read(RequestMessage message, in RouteMatch route, MessageScratch scratch) =>
        route.TryGetCapture(Parameter.Name, out var raw) ? Decode(_decoder, raw, TextDecoding.Percent, scratch) : ReadResult.Absent;
}
