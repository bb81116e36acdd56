using System.Globalization;
using CallRouting.PhoneNetwork.Engine;
using CallRouting.PhoneNetwork.Webhooks;

namespace CallRouting.PhoneNetwork.Rest;

/// <summary>
/// A request's fields, from its form or its query. A value that the provider refuses is refused with its code; a field that nobody asked for is one
/// that the product never sends, and is refused by name and told in the debugger.
/// </summary>
internal sealed class RestFields(IEnumerable<KeyValuePair<string, string>> fields, string path, Debugger debugger, NetworkOptions options)
{
    private readonly ILookup<string, string> values = fields.ToLookup(field => field.Key, field => field.Value);
    private readonly HashSet<string> known = [];

    public string Path => path;

    public static async ValueTask<RestFields> BindAsync(HttpContext context)
    {
        var request = context.Request;
        var services = context.RequestServices;
        if (HttpMethods.IsPost(request.Method) && !request.HasFormContentType && request.ContentLength is not (0 or null))
            throw new RestException(415, 20415, $"Content-Type \"{request.ContentType}\"; expected application/x-www-form-urlencoded.");
        var pairs = request.HasFormContentType ? (await request.ReadFormAsync()).AsEnumerable() : request.Query;
        var flat = pairs.SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value ?? "")));
        return new RestFields(flat, request.Path, services.GetRequiredService<Debugger>(), services.GetRequiredService<NetworkOptions>());
    }

    /// <summary>The field's last value; null when it was not sent, which differs from empty.</summary>
    public string? Text(string name)
    {
        known.Add(name);
        return values[name].LastOrDefault();
    }

    public string Required(string name, int code) =>
        Text(name) is { Length: > 0 } text ? text : throw new RestException(400, code, $"'{name}' is missing.");

    /// <summary>True only for <c>true</c>: the provider reads anything else as false (contract §1.7).</summary>
    public bool? Flag(string name) => Text(name)?.Equals("true", StringComparison.OrdinalIgnoreCase);

    public int? Integer(string name, int code, int least, int most)
    {
        if (Text(name) is not { Length: > 0 } text)
            return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new RestException(400, code, $"{name} is '{text}'; allowed is {least} to {most}.");
    }

    public string Method(string name, int code = 21209) =>
        Text(name)?.ToUpperInvariant() switch
        {
            null or "" or "POST" => "POST",
            "GET" => "GET",
            var text => throw new RestException(400, code, $"{name} is '{text}'; allowed are GET and POST."),
        };

    /// <summary>An absolute address that the provider can reach; null when the field was not sent or is empty.</summary>
    public string? Url(string name, int code)
    {
        if (Text(name) is not { Length: > 0 } url)
            return null;
        if (!Address.IsAbsolute(url) || new Uri(url).Host.Contains('_', StringComparison.Ordinal))
            throw new RestException(400, code, $"{name} is '{url}'; expected an absolute http or https address without _ in its host.");
        if (options.StrictUrls && !Address.IsPublic(url))
            throw new RestException(400, code, $"{name} is '{url}', which the public internet cannot reach.");
        return url;
    }

    /// <summary>A list, by repeated fields or by blanks within one; <paramref name="otherwise"/> when not sent.</summary>
    public IReadOnlySet<string> Words(string name, IReadOnlySet<string> allowed, params string[] otherwise)
    {
        known.Add(name);
        var words = values[name].SelectMany(value => value.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToHashSet();
        if (words.FirstOrDefault(word => !allowed.Contains(word)) is { } stranger)
            throw new RestException(400, 21626, $"{name} is '{stranger}'; allowed are {string.Join(", ", allowed)}.");
        return words.Count == 0 ? otherwise.ToHashSet() : words;
    }

    /// <summary>The query's filters, for a list's links: all but those that choose the page.</summary>
    public string Filters() =>
        string.Concat(
            values
                .Where(field => field.Key is not ("Page" or "PageSize" or "PageToken"))
                .SelectMany(field => field.Select(value => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(value)}&"))
        );

    /// <summary>Refuses every field that was not asked for.</summary>
    public void RefuseTheRest()
    {
        var strangers = values.Select(field => field.Key).Where(name => !known.Contains(name)).ToList();
        if (strangers.Count == 0)
            return;
        var message = $"This network refuses {string.Join(", ", strangers)}. It knows: {string.Join(", ", known)}.";
        debugger.Complain(20001, message, url: path);
        throw new RestException(400, 20001, message);
    }
}
