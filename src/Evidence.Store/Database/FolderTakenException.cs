
namespace Evidence.Store.Database;

/// <summary>Reports that another process of this program uses the data folder.</summary>
internal sealed class FolderTakenException(int holder, string sentence, Exception inner) : StartupException(sentence, inner)
{
    /// <summary>Gets the identifier of that process.</summary>
    public int Holder => holder;
}
