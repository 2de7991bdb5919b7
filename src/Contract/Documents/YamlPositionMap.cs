namespace SocialContract.Contract.Documents;

/// <summary>A YAML file's map: for each value and name of the JSON that was made from it, the place it came from.</summary>
/// <param name="places">By offset, ascending.</param>
internal sealed class YamlPositionMap(YamlPlace[] places) : PositionMap
{
    public override (int Line, int Column) Locate(DocumentFile file, int jsonOffset)
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
