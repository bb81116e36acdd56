using CallRouting.Core.Offices;

namespace CallRouting.Core.Menus;

/// <summary>
/// A city's districts, as many at a time as a caller can bear to listen to. Numbered through from 1, so that a key pressed
/// a moment too late still means the district that was heard.
/// </summary>
internal sealed class DistrictPages(IReadOnlyList<District> districts)
{
    // Some 20 seconds of speech: what a caller hears is fetched again at least every 30 (invariant 2).
    private const int Longest = 8;

    public static DistrictPages Of(MenuVisit visit, MenuFacts facts) =>
        new(visit.AreaCode is { } area ? facts.Places.DistrictsOf(area[..4], facts.Now.OsloDate()) : []);

    public int Count => (districts.Count + Longest - 1) / Longest;

    public int KeyLength => districts.Count < 10 ? 1 : 2;

    /// <summary>The districts of a page with their numbers; the pages are equally long, but for the last.</summary>
    public IEnumerable<(int Number, District District)> Page(int page)
    {
        var size = Count == 0 ? 0 : (districts.Count + Count - 1) / Count;
        return districts.Select((district, index) => (index + 1, district)).Skip(page * size).Take(size);
    }

    /// <summary>The district of a number as it was keyed: "5", or "05" where numbers have two digits.</summary>
    public District? Numbered(string keys) =>
        keys.Length <= KeyLength && int.TryParse(keys, out var number) && number >= 1 && number <= districts.Count
            ? districts[number - 1]
            : null;
}
