using SocialApi.Contract.Model;
using SocialApi.Contract.Routing;
using SocialApi.Contract.Validation.Decoding;

namespace SocialApi.Contract.Validation.Parameters;

/// <summary>Reads what the router captured.</summary>
internal sealed class PathParameterReader(Parameter parameter, ValueShape shape) : ParameterReader(parameter, shape)
{
    private readonly StyleDecoder? _decoder = DecoderFor(parameter, shape, TextDecoding.Percent);

    public override ReadResult Read(RequestMessage message, in RouteMatch route, MessageScratch scratch) =>
        route.TryGetCapture(Parameter.Name, out var raw) ? Decode(_decoder, raw, TextDecoding.Percent, scratch) : ReadResult.Absent;
}
