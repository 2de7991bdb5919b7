namespace SocialContract.Contract.Documents;

/// <summary>The map of a YAML file: the position in the YAML of each value and name of the JSON made from it.</summary>
/// <param name="places">By offset, ascending.</param>
internal sealed class YamlPositionMap(YamlPlace[] places) : PositionMap
{
    public override (int Line, int Column) Locate(DocumentFile file, int jsonOffset) => Locate(jsonOffset);

    public (int Line, int Column) Locate(int jsonOffset)
    {
        var (low, high) = (0, places.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (places[middle].Offset <= jsonOffset)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return places.Length == 0 ? (1, 1) : (places[low].Line, places[low].Column);
    }
}

/// <summary>The position in the YAML of the value or name that begins at an offset of the JSON.</summary>
internal readonly record struct YamlPlace(int Offset, int Line, int Column);
