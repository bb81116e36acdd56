namespace CallRouting.PhoneNetwork;

public static class PhoneNetworkHost
{
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        return builder.Build();
    }
}
