using System.Text.Json;
using System.Text.Json.Serialization;

namespace SocialContract.ReferenceImpl.Json;

/// <summary>An enumeration as its names in lower case; a number is rejected.</summary>
internal sealed class EnumNameConverter<TEnum>()
    : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false)
    where TEnum : struct, Enum;
