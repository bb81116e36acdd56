using System.Globalization;

namespace CallRouting.PhoneNetwork.Rest;

/// <summary>One page of a list, as the provider wraps it (contract §1.3).</summary>
internal static class Paging
{
    private const int Usual = 50;
    private const int Most = 1000;

    /// <param name="name">The plural key that holds the resources.</param>
    /// <param name="all">What matches the filters, newest first.</param>
    /// <param name="key">The SID that page tokens are made of.</param>
    public static Dictionary<string, object?> Page<T>(
        RestFields fields,
        string name,
        IEnumerable<T> all,
        Func<T, string> key,
        Func<T, object> show
    )
    {
        var size = fields.Integer("PageSize", 20001, 1, Most) ?? Usual;
        var page = fields.Integer("Page", 20001, 0, int.MaxValue) ?? 0;
        var token = fields.Text("PageToken");
        fields.RefuseTheRest();
        var items = all.ToList();
        var start = token is { Length: > 0 } ? StartOf(items, key, token, size) : page * size;
        var shown = items.Skip(start).Take(size).ToList();
        string Uri(string query) => $"{fields.Path}?{query}PageSize={size}";

        return new Dictionary<string, object?>
        {
            [name] = shown.ConvertAll(item => show(item)),
            ["page"] = page,
            ["page_size"] = size,
            ["start"] = shown.Count == 0 ? 0 : start,
            ["end"] = shown.Count == 0 ? 0 : start + shown.Count - 1,
            ["uri"] = Uri(fields.Filters() + Number("Page", page)),
            ["first_page_uri"] = Uri(fields.Filters() + Number("Page", 0)),
            ["next_page_uri"] =
                start + size < items.Count ? Uri($"{fields.Filters()}{Number("Page", page + 1)}PageToken=PA{key(shown[^1])}&") : null,
            ["previous_page_uri"] =
                start > 0 && shown.Count > 0 ? Uri($"{fields.Filters()}{Number("Page", page - 1)}PageToken=PB{key(shown[0])}&") : null,
        };
    }

    private static string Number(string name, int value) => string.Create(CultureInfo.InvariantCulture, $"{name}={Math.Max(0, value)}&");

    // PA goes on after the last of this page, PB ends before the first; what came in between moves nothing.
    private static int StartOf<T>(List<T> items, Func<T, string> key, string token, int size)
    {
        var at = token.Length > 2 ? items.FindIndex(item => key(item) == token[2..]) : -1;
        return (at, token[..Math.Min(2, token.Length)]) switch
        {
            (>= 0, "PA") => at + 1,
            (>= 0, "PB") => Math.Max(0, at - size),
            _ => throw new RestException(400, 21481, $"PageToken '{token}' is not valid."),
        };
    }
}
