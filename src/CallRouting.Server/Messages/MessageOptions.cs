using NodaTime;

namespace CallRouting.Server.Messages;

/// <summary>Section "Messages" of the configuration.</summary>
public sealed class MessageOptions
{
    private const int MostMinutes = 6000;

    /// <summary>Minutes in which the contact centre is open, after which an office is told that nobody has opened a message.</summary>
    public int UnreadAfterMinutes { get; set; } = 60;

    /// <summary>The same of an urgent one.</summary>
    public int UrgentUnreadAfterMinutes { get; set; } = 15;

    internal Duration Patience(bool urgent) => Duration.FromMinutes(urgent ? UrgentUnreadAfterMinutes : UnreadAfterMinutes);

    /// <summary>All that is not allowed in it, each as a sentence.</summary>
    public IEnumerable<string> Wrong()
    {
        var both = new[] { (nameof(UnreadAfterMinutes), UnreadAfterMinutes), (nameof(UrgentUnreadAfterMinutes), UrgentUnreadAfterMinutes) };
        return
        [
            .. both.Where(each => each.Item2 is < 1 or > MostMinutes)
                .Select(each => $"Messages:{each.Item1} is {each.Item2}. It must be from 1 to {MostMinutes}."),
        ];
    }
}
