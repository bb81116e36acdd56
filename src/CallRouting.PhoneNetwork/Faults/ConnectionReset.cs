namespace CallRouting.PhoneNetwork.Faults;

/// <summary>Breaks the connection off when the request has been carried out, so that no answer comes.</summary>
internal static class ConnectionReset
{
    private static readonly object Ordered = new();

    public static void Order(HttpContext context) => context.Items[Ordered] = true;

    /// <summary>The outermost of the pipeline: what is thrown here, nobody turns into an answer.</summary>
    public static async Task Obey(HttpContext context, RequestDelegate next)
    {
        await next(context);
        if (!context.Items.ContainsKey(Ordered))
            return;
        // A test server has no wire to cut, and would tell its client that it had cancelled; so it gets what a cut wire comes to.
        if (context.Connection.RemoteIpAddress is null)
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "The connection was reset.", new IOException("Reset by peer."));
        context.Abort();
    }
}
