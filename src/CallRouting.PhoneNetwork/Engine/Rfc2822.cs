using System.Globalization;

namespace CallRouting.PhoneNetwork.Engine;

/// <summary>The provider's timestamps, for example <c>Fri, 18 Oct 2019 17:00:00 +0000</c> (contract §1.2).</summary>
internal static class Rfc2822
{
    public static string Of(DateTimeOffset at) =>
        at.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);
}
