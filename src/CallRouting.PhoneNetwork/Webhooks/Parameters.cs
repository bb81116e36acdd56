using System.Text;

namespace CallRouting.PhoneNetwork.Webhooks;

/// <summary>The form fields of a webhook, in the order they were added; a later value of the same name replaces the earlier one.</summary>
internal sealed class Parameters : List<KeyValuePair<string, string>>
{
    public Parameters Set(string name, string value)
    {
        RemoveAll(field => field.Key == name);
        Add(new(name, value));
        return this;
    }

    public Parameters SetIfAny(string name, string? value) => value is null ? this : Set(name, value);

    /// <summary>The url with these fields in its query, as a GET webhook carries them.</summary>
    public string InQueryOf(string url)
    {
        var text = new StringBuilder(url);
        var separator = url.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        foreach (var (name, value) in this)
        {
            text.Append(separator).Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
            separator = '&';
        }
        return text.ToString();
    }
}
