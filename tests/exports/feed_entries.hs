-- What the library "feed" says against the entries of Atom files: for each file its name and how many entries it has,
-- then one line for each thing that is wrong with one of them.
import Control.Monad (forM_)
import qualified Data.Text as Text
import qualified Data.XML.Types as Types
import System.Environment (getArgs)
import Text.Atom.Feed.Validate (flattenT, validateEntry)
import qualified Text.XML as XML

main :: IO ()
main = do
  paths <- getArgs
  forM_ paths $ \path -> do
    document <- XML.readFile XML.def path
    let root = XML.toXMLElement (XML.documentRoot document)
        named name = (== Text.pack name) . Types.nameLocalName . Types.elementName
        entries = [element | Types.NodeElement element <- Types.elementNodes root, named "entry" element]
    putStrLn (path ++ "\t" ++ show (length entries))
    forM_ entries $ \entry ->
      forM_ (flattenT (validateEntry entry)) $ \(sound, words') ->
        if sound && null words' then pure () else putStrLn ("\t" ++ words')
