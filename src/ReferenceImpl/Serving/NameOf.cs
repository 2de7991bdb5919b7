using System.Text.Json;
using System.Text.Json.Serialization;

namespace SocialContract.ReferenceImpl.Serving;

/// <summary>An enumeration by its names in lower case; numbers are no names.</summary>
internal sealed class NameOf<TEnum>() : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false)
    where TEnum : struct, Enum;
